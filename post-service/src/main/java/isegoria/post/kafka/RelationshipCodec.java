package isegoria.post.kafka;

import isegoria.events.AvroReader;
import isegoria.events.Topics;
import isegoria.events.account.MuteState;
import isegoria.events.account.RelationshipSide;
import isegoria.events.account.RelationshipState;
import isegoria.post.read.relationship.Relationship;

/** What this service reads of how accounts stand to each other. */
final class RelationshipCodec {

  private final AvroReader<RelationshipState> relationships =
      AvroReader.of(Topics.ACCOUNT_PRIVATE_STATES, RelationshipState.class);

  /** How two accounts stand to each other, by side. */
  record Pair(Relationship ofLow, Relationship ofHigh) {

    static final Pair NOTHING = new Pair(Relationship.STRANGERS, Relationship.STRANGERS);
  }

  Pair pair(byte[] bytes) {
    RelationshipState state = relationships.decode(bytes);
    return new Pair(
        relationship(state.getLow(), state.getHigh()),
        relationship(state.getHigh(), state.getLow()));
  }

  private static Relationship relationship(RelationshipSide viewer, RelationshipSide other) {
    MuteState mute = viewer.getMute();
    return new Relationship(
        viewer.getFollow() != null,
        viewer.getBlockedAt() != null,
        other.getBlockedAt() != null,
        mute != null,
        mute == null ? null : mute.getUntil());
  }
}
