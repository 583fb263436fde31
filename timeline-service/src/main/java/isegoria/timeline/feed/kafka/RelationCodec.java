package isegoria.timeline.feed.kafka;

import isegoria.events.AvroReader;
import isegoria.events.Partitioning;
import isegoria.events.Topics;
import isegoria.events.account.FollowState;
import isegoria.events.account.MuteState;
import isegoria.events.account.RelationshipSide;
import isegoria.events.account.RelationshipState;
import isegoria.timeline.feed.read.relation.Follow;
import isegoria.timeline.feed.read.relation.Relation;
import isegoria.timeline.feed.read.relation.Side;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** States of pairs of accounts to relations. */
final class RelationCodec {

  private final AvroReader<RelationshipState> codec =
      AvroReader.of(Topics.ACCOUNT_PRIVATE_STATES, RelationshipState.class);

  /**
   * A tombstone says by its key, {@code <low>~<high>/relationship}, between whom nothing is left.
   */
  Relation relation(String key, byte @Nullable [] value) {
    if (value == null) {
      String pair = Partitioning.ownerOf(key);
      int between = pair.indexOf('~');
      return Relation.none(
          Long.parseLong(pair.substring(0, between)), Long.parseLong(pair.substring(between + 1)));
    }
    RelationshipState state = codec.decode(value);
    return new Relation(
        Long.parseLong(state.getLowId()),
        Long.parseLong(state.getHighId()),
        side(state.getLow()),
        side(state.getHigh()));
  }

  private static Side side(RelationshipSide side) {
    MuteState mute = side.getMute();
    return new Side(
        follow(side.getFollow()),
        side.getBlockedAt() != null,
        mutedUntil(mute),
        mute != null && mute.getNotifications());
  }

  private static @Nullable Follow follow(@Nullable FollowState follow) {
    return follow == null
        ? null
        : new Follow(follow.getReblogs(), Set.copyOf(follow.getLanguages()));
  }

  private static @Nullable Instant mutedUntil(@Nullable MuteState mute) {
    if (mute == null) {
      return null;
    }
    Instant until = mute.getUntil();
    return until == null ? Instant.MAX : until;
  }
}
