package isegoria.account.policy;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.account.write.list.ListsCommand;
import isegoria.account.write.relationship.FollowOptions;
import isegoria.account.write.relationship.Relationship;
import isegoria.account.write.relationship.RelationshipCommand;
import isegoria.account.write.relationship.RelationshipDecider;
import isegoria.account.write.relationship.RelationshipEvent;
import isegoria.account.write.relationship.RelationshipEvent.AccountFollowed;
import isegoria.account.write.relationship.RelationshipEvent.FollowRequested;
import isegoria.events.AccountId;
import isegoria.eventsourcing.Decision;
import isegoria.eventsourcing.FollowUp;
import isegoria.eventsourcing.Recorded;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WhenFollowEndsThenLeaveListsTest {

  private static final AccountId ANA = new AccountId(1);
  private static final AccountId BO = new AccountId(2);
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final FollowUp BO_LEAVES =
      new FollowUp("lists", "1/lists", new ListsCommand.Leave(BO), FollowUp.Kind.FOLLOWS);
  private static final FollowUp ANA_LEAVES =
      new FollowUp("lists", "2/lists", new ListsCommand.Leave(ANA), FollowUp.Kind.FOLLOWS);
  private static final RelationshipEvent FOLLOWED =
      new AccountFollowed(ANA, BO, FollowOptions.USUAL, NOON, null);
  private static final RelationshipEvent BACK =
      new AccountFollowed(BO, ANA, FollowOptions.USUAL, NOON, null);
  private static final RelationshipEvent REQUESTED =
      new FollowRequested(ANA, BO, FollowOptions.USUAL, NOON);

  private static List<FollowUp> after(RelationshipCommand command, RelationshipEvent... history) {
    var decider = RelationshipDecider.RELATIONSHIP;
    Relationship before = decider.evolve(decider.initial(), List.of(history));
    if (!(decider.decide(before, command)
        instanceof Decision.Accepted<RelationshipEvent, ?>(var events))) {
      throw new AssertionError("rejected: " + command);
    }
    return new WhenFollowEndsThenLeaveLists()
        .on(
            new Recorded<>(
                "1~2/relationship",
                "c",
                "1",
                "",
                NOON,
                NOON,
                1,
                before,
                decider.evolve(before, events),
                events));
  }

  @Test
  void who_is_unfollowed_leaves_the_lists_of_the_follower_alone() {
    assertThat(after(new RelationshipCommand.Unfollow(ANA, BO), FOLLOWED, BACK))
        .containsExactly(BO_LEAVES);
    assertThat(after(new RelationshipCommand.RemoveFollower(BO, ANA), FOLLOWED))
        .containsExactly(BO_LEAVES);
  }

  @Test
  void a_block_takes_each_from_the_lists_of_the_other() {
    assertThat(after(new RelationshipCommand.Block(BO, ANA, NOON), FOLLOWED, BACK))
        .containsExactlyInAnyOrder(BO_LEAVES, ANA_LEAVES);
  }

  @Test
  void a_request_that_ends_without_a_follow_ends_membership() {
    assertThat(after(new RelationshipCommand.Unfollow(ANA, BO), REQUESTED))
        .containsExactly(BO_LEAVES);
    assertThat(after(new RelationshipCommand.RejectRequest(BO, ANA), REQUESTED))
        .containsExactly(BO_LEAVES);
    assertThat(after(new RelationshipCommand.AcceptRequest(BO, ANA, NOON), REQUESTED)).isEmpty();
  }

  @Test
  void nothing_else_does() {
    assertThat(after(new RelationshipCommand.Mute(ANA, BO, true, null, NOON), FOLLOWED)).isEmpty();
    assertThat(after(new RelationshipCommand.Block(ANA, BO, NOON))).isEmpty();
  }
}
