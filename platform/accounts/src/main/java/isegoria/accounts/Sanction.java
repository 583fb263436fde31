package isegoria.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sanction against an account.
 *
 * @param postId the removed post; null where the sanction is against the account as a whole
 * @param endsAt when it ends by itself; null where it holds until it is lifted
 */
public record Sanction(Kind kind, @Nullable Long postId, @Nullable Instant endsAt) {

  /** What it does. */
  public enum Kind {
    /** The account is shown to its followers, and kept out of shared feeds. */
    LIMIT,
    /** The account may read, not write. */
    FREEZE,
    /** The account and its posts are hidden. */
    SUSPEND,
    /** One post is hidden. */
    REMOVE_POST
  }

  /** A sanction stops at its end, with or without a record that says so. */
  boolean isInForceAt(Instant now) {
    return endsAt == null || now.isBefore(endsAt);
  }
}
