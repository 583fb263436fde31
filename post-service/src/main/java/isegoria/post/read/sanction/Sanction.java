package isegoria.post.read.sanction;

import isegoria.events.AccountId;
import isegoria.events.PostId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A sanction in force. */
public record Sanction(
    AccountId subject, Kind kind, @Nullable PostId post, @Nullable Instant endsAt) {

  /** What it does. */
  public enum Kind {
    /** The account is kept out of feeds of the whole server. */
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
