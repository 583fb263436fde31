package isegoria.post.read.sanction;

import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.post.read.sanction.Sanction.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All sanctions in force, in memory on every instance: a sanction must hold within seconds and cost
 * a read nothing. Written by one thread, read by many.
 */
public final class Sanctions {

  private final Map<String, Sanction> byKey = new ConcurrentHashMap<>();
  private final Map<AccountId, Map<String, Sanction>> bySubject = new ConcurrentHashMap<>();

  /** Takes note of a sanction; the key is its record's. */
  public void impose(String key, Sanction sanction) {
    lift(key);
    byKey.put(key, sanction);
    bySubject
        .computeIfAbsent(sanction.subject(), subject -> new ConcurrentHashMap<>())
        .put(key, sanction);
  }

  public void lift(String key) {
    Sanction lifted = byKey.remove(key);
    if (lifted != null) {
      bySubject.computeIfPresent(
          lifted.subject(),
          (subject, sanctions) -> {
            sanctions.remove(key);
            return sanctions.isEmpty() ? null : sanctions;
          });
    }
  }

  public boolean isSuspended(AccountId account, Instant now) {
    return has(account, Kind.SUSPEND, now);
  }

  public boolean isLimited(AccountId account, Instant now) {
    return has(account, Kind.LIMIT, now);
  }

  /** Whether the account may not write. */
  public boolean isSilenced(AccountId account, Instant now) {
    return has(account, Kind.FREEZE, now) || has(account, Kind.SUSPEND, now);
  }

  /** Whether the post is taken down, or everything of its author is. */
  public boolean hides(PostId post, AccountId author, Instant now) {
    return bySubject.getOrDefault(author, Map.of()).values().stream()
        .filter(sanction -> sanction.isInForceAt(now))
        .anyMatch(sanction ->
            switch (sanction.kind()) {
              case SUSPEND -> true;
              case REMOVE_POST -> post.equals(sanction.post());
              case LIMIT, FREEZE -> false;
            });
  }

  private boolean has(AccountId account, Kind kind, Instant now) {
    return bySubject.getOrDefault(account, Map.of()).values().stream()
        .anyMatch(sanction -> sanction.kind() == kind && sanction.isInForceAt(now));
  }
}
