package isegoria.account.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * How often a log-in to one account may fail: guessing from many addresses is guessing too. Counted
 * by this instance, in memory; an entry that is evicted resets its count.
 */
public final class LogInAttempts {

  /** What clients and people are used to: so many failures in an hour. */
  static final int FAILURES_MAX = 25;

  static final Duration PERIOD = Duration.ofHours(1);

  /** Accounts remembered: some megabytes. */
  private static final int ACCOUNTS_MAX = 100_000;

  private final Cache<String, Bucket> failures =
      Caffeine.newBuilder().maximumSize(ACCOUNTS_MAX).expireAfterAccess(PERIOD).build();

  private final TimeMeter time;

  public LogInAttempts() {
    this(TimeMeter.SYSTEM_MILLISECONDS);
  }

  LogInAttempts(TimeMeter time) {
    this.time = time;
  }

  boolean areLeft(String who) {
    Bucket bucket = failures.getIfPresent(who);
    return bucket == null || bucket.getAvailableTokens() > 0;
  }

  void failed(String who) {
    boolean _ = failures.get(who, _ -> full()).tryConsume(1);
  }

  private Bucket full() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(FAILURES_MAX).refillIntervally(FAILURES_MAX, PERIOD))
        .withCustomTimePrecision(time)
        .build();
  }
}
