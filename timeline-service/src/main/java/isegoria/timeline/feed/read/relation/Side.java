package isegoria.timeline.feed.read.relation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one account does towards another.
 *
 * @param follow null: does not follow
 * @param mutedUntil null: does not mute; {@link Instant#MAX}: mutes until further notice
 * @param mutesNotifications whether the mute hides notifications as well
 */
public record Side(
    @Nullable Follow follow,
    boolean blocks,
    @Nullable Instant mutedUntil,
    boolean mutesNotifications) {

  public static final Side NOTHING = new Side(null, false, null);

  /** A side whose mute, if any, leaves notifications alone. */
  public Side(@Nullable Follow follow, boolean blocks, @Nullable Instant mutedUntil) {
    this(follow, blocks, mutedUntil, false);
  }

  public static Side following(Follow follow) {
    return new Side(follow, false, null);
  }

  public static Side blocking() {
    return new Side(null, true, null);
  }

  public Side muting(Instant until) {
    return new Side(follow, blocks, until);
  }
}
