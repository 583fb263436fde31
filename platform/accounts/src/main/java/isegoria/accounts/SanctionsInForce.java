package isegoria.accounts;

import isegoria.accounts.Sanction.Kind;
import isegoria.api.view.AccountSanctions;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All sanctions in force, in memory on every instance: a sanction must hold within seconds and cost
 * a read nothing. One thread writes, many read; each sees all sanctions of an account or none.
 */
public final class SanctionsInForce {

  private final Map<Long, Map<String, Sanction>> bySubject = new ConcurrentHashMap<>();

  /**
   * Takes a sanction that was imposed or changed.
   *
   * @param key its record's, which stays the same until it is lifted
   */
  public void impose(long subject, String key, Sanction sanction) {
    change(subject, key, sanction);
  }

  /** Takes the end of the sanction with this key. */
  public void lift(long subject, String key) {
    change(subject, key, null);
  }

  private void change(long subject, String key, @Nullable Sanction sanction) {
    bySubject.compute(
        subject,
        (_, before) -> {
          Map<String, Sanction> after = before == null ? new HashMap<>() : new HashMap<>(before);
          if (sanction == null) {
            after.remove(key);
          } else {
            after.put(key, sanction);
          }
          return after.isEmpty() ? null : Map.copyOf(after);
        });
  }

  /** What is in force against the account as a whole at that time. */
  public AccountSanctions of(long account, Instant at) {
    Map<String, Sanction> sanctions = bySubject.get(account);
    return sanctions == null
        ? AccountSanctions.NONE
        : new AccountSanctions(
            has(sanctions, Kind.LIMIT, at),
            has(sanctions, Kind.FREEZE, at),
            has(sanctions, Kind.SUSPEND, at));
  }

  /** Whether the post is taken down; a sanction takes down posts of its subject only. */
  public boolean isRemoved(long post, long author, Instant at) {
    Map<String, Sanction> sanctions = bySubject.get(author);
    return sanctions != null
        && sanctions.values().stream()
            .anyMatch(each ->
                each.kind() == Kind.REMOVE_POST
                    && each.postId() != null
                    && each.postId() == post
                    && each.isInForceAt(at));
  }

  /** Whether the post is taken down, or everything of its author is hidden. */
  public boolean hides(long post, long author, Instant at) {
    return of(author, at).suspended() || isRemoved(post, author, at);
  }

  private static boolean has(Map<String, Sanction> sanctions, Kind kind, Instant at) {
    return sanctions.values().stream()
        .anyMatch(each -> each.kind() == kind && each.isInForceAt(at));
  }
}
