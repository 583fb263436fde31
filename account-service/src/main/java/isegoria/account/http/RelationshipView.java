package isegoria.account.http;

import isegoria.account.write.relationship.FollowOptions;
import isegoria.account.write.relationship.Mute;
import isegoria.account.write.relationship.Relationship;
import isegoria.account.write.relationship.Side;
import isegoria.account.write.relationship.Tie.Blocking;
import isegoria.account.write.relationship.Tie.Following;
import isegoria.account.write.relationship.Tie.Requested;
import isegoria.events.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is between two accounts, as the one who asks sees it. */
final class RelationshipView {

  private RelationshipView() {}

  static isegoria.api.entity.Relationship of(
      Relationship pair, AccountId viewer, AccountId other, Instant now) {
    Side mine = pair.side(viewer, other);
    Side theirs = pair.side(other, viewer);
    FollowOptions options = options(mine);
    Mute mute = inForce(mine.mute(), now);
    return new isegoria.api.entity.Relationship(
        other.toString(),
        mine.tie() instanceof Following,
        options != null && options.boosts(),
        options != null && options.notifies(),
        languages(options),
        theirs.tie() instanceof Following,
        mine.tie() instanceof Blocking,
        theirs.tie() instanceof Blocking,
        mute != null,
        mute != null && mute.notifications(),
        mute == null ? null : mute.until(),
        mine.tie() instanceof Requested,
        theirs.tie() instanceof Requested,
        false,
        false,
        "");
  }

  private static @Nullable Mute inForce(@Nullable Mute mute, Instant now) {
    if (mute == null) {
      return null;
    }
    Instant until = mute.until();
    return until == null || now.isBefore(until) ? mute : null;
  }

  static @Nullable FollowOptions options(Side side) {
    return switch (side.tie()) {
      case Following of -> of.options();
      case Requested of -> of.options();
      default -> null;
    };
  }

  private static @Nullable List<String> languages(@Nullable FollowOptions options) {
    return options == null || options.languages().isEmpty() ? null : options.languages();
  }
}
