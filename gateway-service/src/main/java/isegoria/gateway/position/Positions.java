package isegoria.gateway.position;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import isegoria.gateway.auth.Caller;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The positions of recent writes: per account, topic and partition the highest, for as long as a
 * view may take to catch up. Sent along with requests, so that a service waits for its own view to
 * have passed them.
 */
public final class Positions {
  /** Header of both directions: {@code topic/partition@offset}, separated by commas. */
  public static final String HEADER = "X-Isegoria-Position";

  /** Key of what everybody's requests carry. No account has this id. */
  private static final String EVERYBODY = "*";

  /** Keeps the header under 4 kB; the newest matter most. */
  private static final int SENT_MAX = 64;

  private static final int ACCOUNTS_MAX = 100_000;
  private static final int PER_ACCOUNT_MAX = 512;

  private record Passed(long offset, long atMillis) {}

  private final Consistency consistency;
  private final Duration ttl;
  private final Clock clock;
  private final Cache<String, Map<String, Passed>> byAccount;

  public Positions(Consistency consistency, Duration ttl, Clock clock) {
    this.consistency = consistency;
    this.ttl = ttl;
    this.clock = clock;
    Ticker ticker = () -> Duration.ofMillis(clock.millis()).toNanos();
    this.byAccount =
        Caffeine.newBuilder()
            .maximumSize(ACCOUNTS_MAX)
            .ticker(ticker)
            .expireAfterWrite(ttl)
            .build();
  }

  /** Keeps the positions that the answer to a caller's request named. */
  public void keep(Caller caller, Iterable<String> headerValues) {
    if (consistency == Consistency.NONE) {
      return;
    }
    for (String value : headerValues) {
      for (String position : value.split(",")) {
        keepOne(keyOf(caller), position.strip());
      }
    }
  }

  /** The header's value for a caller's request, empty if there is nothing to wait for. */
  public String of(Caller caller) {
    return switch (consistency) {
      case NONE -> "";
      case STRICT -> joined(recent(EVERYBODY));
      case SESSION -> {
        Map<String, Passed> all = new HashMap<>(recent(EVERYBODY));
        caller
            .account()
            .ifPresent(id -> recent(id).forEach((k, v) -> all.merge(k, v, Positions::higher)));
        yield joined(all);
      }
    };
  }

  /**
   * A write without an account counts for every reader: a sign-up is asked for by an app, and the
   * person whom it made has another token.
   */
  private String keyOf(Caller caller) {
    return consistency == Consistency.STRICT ? EVERYBODY : caller.account().orElse(EVERYBODY);
  }

  private void keepOne(String key, String position) {
    int at = position.lastIndexOf('@');
    if (at <= 0) {
      return;
    }
    long offset;
    try {
      offset = Long.parseLong(position.substring(at + 1));
    } catch (NumberFormatException e) {
      return; // A service's mistake costs a little freshness, not the answer.
    }
    Passed passed = new Passed(offset, clock.millis());
    String partition = position.substring(0, at);
    byAccount
        .asMap()
        .compute(key, (_, known) -> with(known == null ? Map.of() : known, partition, passed));
  }

  private Map<String, Passed> with(Map<String, Passed> known, String partition, Passed passed) {
    Map<String, Passed> next = new HashMap<>();
    known.forEach((k, v) -> {
      if (isRecent(v) && next.size() < PER_ACCOUNT_MAX) {
        next.put(k, v);
      }
    });
    next.merge(partition, passed, Positions::higher);
    return Map.copyOf(next);
  }

  private Map<String, Passed> recent(String key) {
    Map<String, Passed> known = byAccount.getIfPresent(key);
    return known == null ? Map.of() : known;
  }

  private boolean isRecent(Passed passed) {
    return clock.millis() - passed.atMillis() < ttl.toMillis();
  }

  private static Passed higher(Passed a, Passed b) {
    return new Passed(Math.max(a.offset(), b.offset()), Math.max(a.atMillis(), b.atMillis()));
  }

  private String joined(Map<String, Passed> positions) {
    return positions.entrySet().stream()
        .filter(entry -> isRecent(entry.getValue()))
        .sorted(Comparator.comparingLong(entry -> -entry.getValue().atMillis()))
        .limit(SENT_MAX)
        .map(entry -> entry.getKey() + "@" + entry.getValue().offset())
        .sorted()
        .collect(Collectors.joining(","));
  }
}
