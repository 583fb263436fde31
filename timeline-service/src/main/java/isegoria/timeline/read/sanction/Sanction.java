package isegoria.timeline.read.sanction;

import java.time.Instant;

/**
 * A sanction that is in force until its end.
 *
 * @param postId the removed post; 0 where the account is meant
 * @param endsAt when it ends by itself; {@link Instant#MAX}: when it is lifted
 */
public record Sanction(String id, long accountId, long postId, Kind kind, Instant endsAt) {

  /** What a sanction does to feeds. */
  public enum Kind {
    /** Shown to followers only. */
    LIMIT,
    /** Acts no more, and is shown as before. */
    FREEZE,
    /** Hidden from all. */
    SUSPEND,
    /** One post, hidden from all. */
    REMOVE_POST
  }

  public boolean isInForce(Instant now) {
    return now.isBefore(endsAt);
  }
}
