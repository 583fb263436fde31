package isegoria.post.read.relationship;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A viewer's relationship to another account, as far as posts need it. */
public record Relationship(
    boolean follows,
    boolean blocks,
    boolean blockedBy,
    boolean mutes,
    @Nullable Instant mutedUntil) {

  public static final Relationship STRANGERS = new Relationship(false, false, false, false, null);

  /** Whether one of the two blocks the other. */
  public boolean isBlocked() {
    return blocks || blockedBy;
  }

  /** Whether the viewer mutes the other now. */
  public boolean isMutedAt(Instant now) {
    return mutes && (mutedUntil == null || now.isBefore(mutedUntil));
  }

  /** Whether nothing is left to keep. */
  public boolean isNothing() {
    return !follows && !blocks && !blockedBy && !mutes;
  }
}
