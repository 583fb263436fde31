package isegoria.account.write.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.account.kafka.AccountAggregates;
import isegoria.account.policy.WhenMuteIsDueThenLapse;
import isegoria.account.write.relationship.RelationshipCommand.AcceptRequest;
import isegoria.account.write.relationship.RelationshipCommand.Block;
import isegoria.account.write.relationship.RelationshipCommand.Follow;
import isegoria.account.write.relationship.RelationshipCommand.LapseMute;
import isegoria.account.write.relationship.RelationshipCommand.RejectRequest;
import isegoria.account.write.relationship.RelationshipCommand.RemoveFollower;
import isegoria.account.write.relationship.RelationshipCommand.Target;
import isegoria.account.write.relationship.RelationshipCommand.Unblock;
import isegoria.account.write.relationship.RelationshipCommand.Unfollow;
import isegoria.account.write.relationship.RelationshipCommand.Unmute;
import isegoria.account.write.relationship.RelationshipEvent.AccountBlocked;
import isegoria.account.write.relationship.RelationshipEvent.AccountFollowed;
import isegoria.account.write.relationship.RelationshipEvent.AccountMuted;
import isegoria.account.write.relationship.RelationshipEvent.AccountUnblocked;
import isegoria.account.write.relationship.RelationshipEvent.AccountUnfollowed;
import isegoria.account.write.relationship.RelationshipEvent.AccountUnmuted;
import isegoria.account.write.relationship.RelationshipEvent.FollowOptionsChanged;
import isegoria.account.write.relationship.RelationshipEvent.FollowRequestRejected;
import isegoria.account.write.relationship.RelationshipEvent.FollowRequestWithdrawn;
import isegoria.account.write.relationship.RelationshipEvent.FollowRequested;
import isegoria.account.write.relationship.RelationshipRejection.BlockedByTarget;
import isegoria.account.write.relationship.RelationshipRejection.NoRequest;
import isegoria.account.write.relationship.RelationshipRejection.TargetBlocked;
import isegoria.account.write.relationship.RelationshipRejection.TargetGone;
import isegoria.events.AccountId;
import isegoria.eventsourcing.Decision;
import isegoria.eventsourcing.Due;
import isegoria.testkit.DeciderSpec;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class RelationshipDeciderTest {

  private static final AccountId ANA = new AccountId(1);
  private static final AccountId BO = new AccountId(2);
  private static final Instant T1 = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant T2 = T1.plusSeconds(60);
  private static final FollowOptions USUAL = FollowOptions.USUAL;
  private static final FollowOptions QUIET = new FollowOptions(false, true, List.of("de"));
  private static final Follow FOLLOW = new Follow(ANA, BO, USUAL, Target.OPEN, T1);
  private static final Follow ASK = new Follow(ANA, BO, USUAL, Target.LOCKED, T1);
  private static final AccountFollowed FOLLOWED = new AccountFollowed(ANA, BO, USUAL, T1, null);
  private static final AccountFollowed BACK = new AccountFollowed(BO, ANA, USUAL, T1, null);
  private static final FollowRequested REQUESTED = new FollowRequested(ANA, BO, USUAL, T1);
  private static final AccountBlocked BLOCKED = new AccountBlocked(BO, ANA, T2);

  private final DeciderSpec<
          RelationshipCommand, Relationship, RelationshipEvent, RelationshipRejection>
      pair = DeciderSpec.of(AccountAggregates.with((stream, words) -> "hash").relationship());

  @Nested
  final class Following {
    @Test
    void an_open_account_is_followed_at_once() {
      pair.given().when(FOLLOW).then(FOLLOWED);
    }

    @Test
    void a_locked_account_is_asked() {
      pair.given().when(ASK).then(REQUESTED);
    }

    @Test
    void following_again_changes_the_options() {
      pair.given(FOLLOWED).when(FOLLOW).thenNothing();
      pair.given(FOLLOWED)
          .when(new Follow(ANA, BO, QUIET, Target.LOCKED, T2))
          .then(new FollowOptionsChanged(ANA, BO, QUIET));
      pair.given(REQUESTED)
          .when(new Follow(ANA, BO, QUIET, Target.LOCKED, T2))
          .then(new FollowOptionsChanged(ANA, BO, QUIET));
    }

    @Test
    void whoever_waits_follows_when_the_door_is_open() {
      pair.given(REQUESTED)
          .when(new Follow(ANA, BO, USUAL, Target.OPEN, T2))
          .then(new AccountFollowed(ANA, BO, USUAL, T2, T1));
    }

    @Test
    void who_is_gone_is_not_followed() {
      pair.given().when(new Follow(ANA, BO, USUAL, Target.GONE, T1)).thenRejected(new TargetGone());
    }

    @Test
    void unfollowing_ends_follow_and_request() {
      pair.given(FOLLOWED).when(new Unfollow(ANA, BO)).then(new AccountUnfollowed(ANA, BO, T1));
      pair.given(REQUESTED)
          .when(new Unfollow(ANA, BO))
          .then(new FollowRequestWithdrawn(ANA, BO, T1));
      pair.given().when(new Unfollow(ANA, BO)).thenNothing();
    }

    @Test
    void a_follower_can_be_removed() {
      pair.given(FOLLOWED)
          .when(new RemoveFollower(BO, ANA))
          .then(new AccountUnfollowed(ANA, BO, T1));
      pair.given().when(new RemoveFollower(BO, ANA)).thenNothing();
    }
  }

  @Nested
  final class Requests {
    @Test
    void a_request_is_accepted_or_rejected() {
      pair.given(REQUESTED)
          .when(new AcceptRequest(BO, ANA, T2))
          .then(new AccountFollowed(ANA, BO, USUAL, T2, T1));
      pair.given(REQUESTED)
          .when(new RejectRequest(BO, ANA))
          .then(new FollowRequestRejected(ANA, BO, T1));
    }

    @Test
    void nobody_answers_a_request_that_is_not_there() {
      pair.given().when(new AcceptRequest(BO, ANA, T2)).thenRejected(new NoRequest());
      pair.given().when(new RejectRequest(BO, ANA)).thenRejected(new NoRequest());
      pair.given(FOLLOWED).when(new AcceptRequest(BO, ANA, T2)).thenNothing();
    }

    @Test
    void whoever_asks_cannot_answer() {
      pair.given(REQUESTED).when(new AcceptRequest(ANA, BO, T2)).thenRejected(new NoRequest());
    }
  }

  @Nested
  final class Blocks {
    @Test
    void a_block_ends_follows_and_requests_both_ways() {
      pair.given(FOLLOWED, BACK)
          .when(new Block(BO, ANA, T2))
          .then(new AccountUnfollowed(BO, ANA, T1), new AccountUnfollowed(ANA, BO, T1), BLOCKED);
      pair.given(REQUESTED)
          .when(new Block(BO, ANA, T2))
          .then(new FollowRequestRejected(ANA, BO, T1), BLOCKED);
      pair.given(REQUESTED)
          .when(new Block(ANA, BO, T2))
          .then(new FollowRequestWithdrawn(ANA, BO, T1), new AccountBlocked(ANA, BO, T2));
    }

    @Test
    void no_follow_passes_a_block() {
      pair.given(BLOCKED).when(FOLLOW).thenRejected(new BlockedByTarget());
      pair.given(BLOCKED)
          .when(new Follow(BO, ANA, USUAL, Target.OPEN, T2))
          .thenRejected(new TargetBlocked());
    }

    @Test
    void a_block_is_lifted_by_who_made_it() {
      pair.given(BLOCKED).when(new Unblock(ANA, BO)).thenNothing();
      pair.given(BLOCKED).when(new Unblock(BO, ANA)).then(new AccountUnblocked(BO, ANA, T2));
      pair.given(BLOCKED).when(new Block(BO, ANA, T2)).thenNothing();
    }
  }

  @Nested
  final class Mutes {
    private final AccountMuted muted = new AccountMuted(ANA, BO, true, T2, T1);

    @Test
    void a_mute_stands_beside_a_follow() {
      pair.given(FOLLOWED).when(new RelationshipCommand.Mute(ANA, BO, true, T2, T1)).then(muted);
      pair.given(FOLLOWED, muted).when(new Unmute(ANA, BO)).then(new AccountUnmuted(ANA, BO, T1));
    }

    @Test
    void muting_again_keeps_its_place() {
      pair.given(muted)
          .when(new RelationshipCommand.Mute(ANA, BO, false, null, T2))
          .then(new AccountMuted(ANA, BO, false, null, T1));
      pair.given(muted).when(new RelationshipCommand.Mute(ANA, BO, true, T2, T2)).thenNothing();
    }

    @Test
    void a_mute_lapses_when_its_own_end_has_come() {
      pair.given(muted).when(new LapseMute(ANA, BO, T2)).then(new AccountUnmuted(ANA, BO, T1));
      pair.given(new AccountMuted(ANA, BO, true, T2.plusSeconds(1), T1))
          .when(new LapseMute(ANA, BO, T2))
          .thenNothing();
      pair.given().when(new Unmute(ANA, BO)).thenNothing();
    }

    @Test
    void the_nearer_end_falls_due_first() {
      Relationship both =
          RelationshipDecider.RELATIONSHIP.evolve(
              Relationship.STRANGERS, List.of(new AccountMuted(BO, ANA, true, T1, T1), muted));
      assertThat(new WhenMuteIsDueThenLapse().next(both))
          .isEqualTo(new Due<>(T1, new LapseMute(BO, ANA, T1)));
    }
  }

  @Test
  void after_any_history_nobody_follows_whom_a_block_keeps_out() {
    for (int seed = 0; seed < 500; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Relationship state = Relationship.STRANGERS;
      for (int step = 0; step < 60; step++) {
        RelationshipCommand command = any(random);
        if (RelationshipDecider.decide(state, command)
            instanceof Decision.Accepted<RelationshipEvent, RelationshipRejection>(var events)) {
          state = RelationshipDecider.RELATIONSHIP.evolve(state, events);
        }
        boolean blocked = blocks(state.low()) || blocks(state.high());
        boolean tied = ties(state.low()) || ties(state.high());
        assertThat(blocked && tied).as("seed=%d step=%d %s", seed, step, command).isFalse();
      }
    }
  }

  private static boolean blocks(Side side) {
    return side.tie() instanceof Tie.Blocking;
  }

  private static boolean ties(Side side) {
    return side.tie() instanceof Tie.Following || side.tie() instanceof Tie.Requested;
  }

  private static RelationshipCommand any(SplittableRandom random) {
    boolean forth = random.nextBoolean();
    AccountId by = forth ? ANA : BO;
    AccountId to = forth ? BO : ANA;
    return switch (random.nextInt(9)) {
      case 0 -> new Follow(by, to, USUAL, Target.OPEN, T1);
      case 1 -> new Follow(by, to, QUIET, Target.LOCKED, T1);
      case 2 -> new Unfollow(by, to);
      case 3 -> new AcceptRequest(by, to, T2);
      case 4 -> new RejectRequest(by, to);
      case 5 -> new RemoveFollower(by, to);
      case 6 -> new Block(by, to, T2);
      case 7 -> new Unblock(by, to);
      default -> new RelationshipCommand.Mute(by, to, true, null, T1);
    };
  }
}
