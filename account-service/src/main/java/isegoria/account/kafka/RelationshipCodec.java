package isegoria.account.kafka;

import isegoria.account.write.relationship.FollowOptions;
import isegoria.account.write.relationship.Mute;
import isegoria.account.write.relationship.Pair;
import isegoria.account.write.relationship.Relationship;
import isegoria.account.write.relationship.RelationshipEvent;
import isegoria.account.write.relationship.Side;
import isegoria.account.write.relationship.Tie;
import isegoria.events.AvroCodec;
import isegoria.events.Topics;
import isegoria.events.account.AccountBlocked;
import isegoria.events.account.AccountFollowed;
import isegoria.events.account.AccountMuted;
import isegoria.events.account.AccountUnblocked;
import isegoria.events.account.AccountUnfollowed;
import isegoria.events.account.AccountUnmuted;
import isegoria.events.account.FollowOptionsChanged;
import isegoria.events.account.FollowRequestRejected;
import isegoria.events.account.FollowRequestWithdrawn;
import isegoria.events.account.FollowRequested;
import isegoria.events.account.FollowState;
import isegoria.events.account.MuteState;
import isegoria.events.account.RelationshipSide;
import isegoria.events.account.RelationshipState;
import isegoria.eventsourcing.Publication;
import isegoria.eventsourcing.Publisher;
import isegoria.eventsourcing.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * What happens between two accounts, as the contract writes it: who follows whom is open; requests,
 * blocks and mutes are private to the two.
 */
public final class RelationshipCodec implements Publisher<Relationship, RelationshipEvent> {

  private static final AvroCodec<RelationshipState> STATES =
      AvroCodec.of(Topics.ACCOUNT_PRIVATE_STATES, RelationshipState.class);

  @Override
  public List<Publication> publish(Recorded<Relationship, RelationshipEvent> recorded) {
    List<Publication> publications = new ArrayList<>();
    for (int at = 0; at < recorded.events().size(); at++) {
      RelationshipEvent event = recorded.events().get(at);
      publications.add(AccountTopics.FACTS.fact(isOpen(event), recorded, at, fact(event)));
    }
    publications.add(state(recorded));
    return publications;
  }

  private static boolean isOpen(RelationshipEvent event) {
    return event instanceof RelationshipEvent.AccountFollowed
        || event instanceof RelationshipEvent.AccountUnfollowed;
  }

  private static SpecificRecord fact(RelationshipEvent event) {
    String from = event.from().toString();
    String to = event.to().toString();
    return switch (event) {
      case RelationshipEvent.AccountFollowed _ -> new AccountFollowed(from, to);
      case RelationshipEvent.AccountUnfollowed _ -> new AccountUnfollowed(from, to);
      case RelationshipEvent.FollowRequested e -> {
        FollowOptions options = e.options();
        yield new FollowRequested(
            from, to, options.boosts(), options.notifies(), options.languages());
      }
      case RelationshipEvent.FollowRequestWithdrawn _ -> new FollowRequestWithdrawn(from, to);
      case RelationshipEvent.FollowRequestRejected _ -> new FollowRequestRejected(from, to);
      case RelationshipEvent.FollowOptionsChanged e -> {
        FollowOptions options = e.options();
        yield new FollowOptionsChanged(
            from, to, options.boosts(), options.notifies(), options.languages());
      }
      case RelationshipEvent.AccountBlocked _ -> new AccountBlocked(from, to);
      case RelationshipEvent.AccountUnblocked _ -> new AccountUnblocked(from, to);
      case RelationshipEvent.AccountMuted e ->
          new AccountMuted(from, to, e.notifications(), e.until());
      case RelationshipEvent.AccountUnmuted _ -> new AccountUnmuted(from, to);
    };
  }

  private static Publication state(Recorded<Relationship, RelationshipEvent> recorded) {
    Pair pair = Pair.ofKey(recorded.key());
    Relationship after = recorded.after();
    byte[] value =
        after.nothingLeft()
            ? null
            : STATES.encode(
                new RelationshipState(
                    pair.low().toString(),
                    pair.high().toString(),
                    side(after.low()),
                    side(after.high()),
                    recorded.recordedAt()));
    return new Publication(Topics.ACCOUNT_PRIVATE_STATES, recorded.key(), "relationship", value);
  }

  private static RelationshipSide side(Side side) {
    Mute mute = side.mute();
    MuteState muted =
        mute == null ? null : new MuteState(mute.since(), mute.notifications(), mute.until());
    return switch (side.tie()) {
      case Tie.NoTie _ -> new RelationshipSide(null, null, null, muted);
      case Tie.Following of ->
          new RelationshipSide(follow(of.since(), of.options()), null, null, muted);
      case Tie.Requested of ->
          new RelationshipSide(null, follow(of.since(), of.options()), null, muted);
      case Tie.Blocking of -> new RelationshipSide(null, null, of.since(), muted);
    };
  }

  private static FollowState follow(Instant since, FollowOptions options) {
    return new FollowState(since, options.boosts(), options.notifies(), options.languages());
  }
}
