package isegoria.gateway.auth;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Opaque token in, phantom token out. A verdict is asked once however many requests wait for it,
 * kept for a minute at most, and forgotten as soon as a revocation is heard of. While
 * account-service cannot be asked, the last good verdict serves until its phantom token expires.
 */
public final class PhantomTokens {
  /** How long a bad token stays known as bad: long enough to spare account-service a loop. */
  private static final Duration INACTIVE_FOR = Duration.ofSeconds(5);

  /** Longer than any phantom token lives, so that no answer in flight outlives its revocation. */
  private static final Duration REVOCATIONS_KEPT = Duration.ofSeconds(150);

  /** A phantom token this close to its end is not sent along any more. */
  private static final Duration EXPIRY_MARGIN = Duration.ofSeconds(5);

  private static final int REVOCATIONS_MAX = 100_000;

  private final Introspection introspection;
  private final Clock clock;
  private final AsyncCache<String, TokenStatus> fresh;
  private final Cache<String, TokenStatus.Active> lastGood;
  private final Cache<String, Boolean> revoked;

  PhantomTokens(Introspection introspection, int entriesMax, Duration freshFor, Clock clock) {
    Ticker ticker = () -> Duration.ofMillis(clock.millis()).toNanos();
    this.introspection = introspection;
    this.clock = clock;
    this.fresh =
        Caffeine.newBuilder()
            .maximumSize(entriesMax)
            .ticker(ticker)
            .expireAfter(
                Expiry.<String, TokenStatus>writing((_, verdict) -> keptFor(verdict, freshFor)))
            .buildAsync();
    this.lastGood =
        Caffeine.newBuilder()
            .maximumSize(entriesMax)
            .ticker(ticker)
            .expireAfterWrite(REVOCATIONS_KEPT)
            .build();
    this.revoked =
        Caffeine.newBuilder()
            .maximumSize(REVOCATIONS_MAX)
            .ticker(ticker)
            .expireAfterWrite(REVOCATIONS_KEPT)
            .build();
  }

  /** The verdict on a token; an error when it is unknown here and cannot be asked for. */
  Mono<TokenStatus> verdictOn(String token) {
    String sid = sidOf(token);
    return Mono.fromFuture(
            () -> fresh.get(sid, (_, _) -> introspection.introspect(token).toFuture()), true)
        .doOnNext(verdict -> remember(sid, verdict))
        .onErrorResume(
            unreachable -> Mono.justOrEmpty(usable(sid)).switchIfEmpty(Mono.error(unreachable)))
        .map(verdict ->
            revoked.getIfPresent(sid) == null ? verdict : new TokenStatus.Inactive(null));
  }

  /** Whether a token can be answered without asking account-service. */
  boolean knows(String token) {
    return fresh.getIfPresent(sidOf(token)) != null;
  }

  /** Forgets a token at once, also if an answer about it is on its way. */
  public void revoke(String sid) {
    revoked.put(sid, true);
    fresh.synchronous().invalidate(sid);
    lastGood.invalidate(sid);
  }

  /** Forgets everything: what was revoked meanwhile is not known. */
  public void forgetAll() {
    fresh.synchronous().invalidateAll();
    lastGood.invalidateAll();
  }

  public long size() {
    return fresh.synchronous().estimatedSize();
  }

  /** A token's public name: what stands in revocations and in logs. */
  static String sidOf(String token) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, 32);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256: missing (expected: in every JDK)", e);
    }
  }

  private void remember(String sid, TokenStatus verdict) {
    switch (verdict) {
      case TokenStatus.Active active -> lastGood.put(sid, active);
      case TokenStatus.Inactive _ -> lastGood.invalidate(sid);
    }
  }

  private TokenStatus.@Nullable Active usable(String sid) {
    TokenStatus.Active active = lastGood.getIfPresent(sid);
    return active != null && clock.instant().plus(EXPIRY_MARGIN).isBefore(active.expiresAt())
        ? active
        : null;
  }

  private Duration keptFor(TokenStatus verdict, Duration freshFor) {
    return switch (verdict) {
      case TokenStatus.Active active -> {
        Duration left = Duration.between(clock.instant().plus(EXPIRY_MARGIN), active.expiresAt());
        yield left.isNegative() ? Duration.ZERO : left.compareTo(freshFor) < 0 ? left : freshFor;
      }
      case TokenStatus.Inactive _ -> INACTIVE_FOR;
    };
  }
}
