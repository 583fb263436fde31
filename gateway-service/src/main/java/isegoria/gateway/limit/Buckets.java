package isegoria.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import isegoria.gateway.limit.DefaultLimits.Charge;
import java.time.Duration;
import java.util.List;

/**
 * Counts requests, per gateway and in memory. Bounded: when too many subjects are about, the least
 * recently seen are forgotten, which errs on the side of letting a request through.
 */
final class Buckets {
  /** What is left of one limit. */
  record BucketStatus(Limit limit, boolean admitted, long remaining, Duration resetsIn) {}

  private static final Duration LONGEST_PERIOD = Duration.ofMinutes(30);

  private final Cache<Charge, Bucket> buckets;

  Buckets(int bucketsMax) {
    this.buckets =
        Caffeine.newBuilder().maximumSize(bucketsMax).expireAfterAccess(LONGEST_PERIOD).build();
  }

  /** Counts one request against each charge. */
  List<BucketStatus> charge(List<Charge> charges) {
    return charges.stream()
        .map(charge -> {
          ConsumptionProbe probe = bucket(charge).tryConsumeAndReturnRemaining(1);
          return new BucketStatus(
              charge.limit(),
              probe.isConsumed(),
              probe.getRemainingTokens(),
              Duration.ofNanos(probe.getNanosToWaitForReset()));
        })
        .toList();
  }

  /** Whether one more request would be let through, without counting it. */
  boolean hasLeft(Charge charge) {
    return bucket(charge).getAvailableTokens() > 0;
  }

  long size() {
    return buckets.estimatedSize();
  }

  private Bucket bucket(Charge charge) {
    return buckets.get(
        charge,
        key ->
            Bucket.builder()
                .addLimit(limit ->
                    limit
                        .capacity(key.limit().requestsMax())
                        .refillIntervally(key.limit().requestsMax(), key.limit().period()))
                .build());
  }
}
