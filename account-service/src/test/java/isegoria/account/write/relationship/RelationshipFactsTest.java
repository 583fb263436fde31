package isegoria.account.write.relationship;

import static isegoria.account.write.relationship.RelationshipDecider.RELATIONSHIP;
import static org.assertj.core.api.Assertions.assertThat;

import isegoria.account.kafka.AccountAggregates;
import isegoria.account.read.relationship.RelationshipProjection;
import isegoria.account.read.relationship.RelationshipWrite;
import isegoria.account.write.relationship.RelationshipCommand.AcceptRequest;
import isegoria.account.write.relationship.RelationshipCommand.Block;
import isegoria.account.write.relationship.RelationshipCommand.Follow;
import isegoria.account.write.relationship.RelationshipCommand.RejectRequest;
import isegoria.account.write.relationship.RelationshipCommand.RemoveFollower;
import isegoria.account.write.relationship.RelationshipCommand.Target;
import isegoria.account.write.relationship.RelationshipCommand.Unblock;
import isegoria.account.write.relationship.RelationshipCommand.Unfollow;
import isegoria.account.write.relationship.RelationshipCommand.Unmute;
import isegoria.events.AccountId;
import isegoria.eventsourcing.Decision;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The rows that all facts left, and those that the facts of the state alone make again. */
final class RelationshipFactsTest {

  private static final AccountId ANA = new AccountId(1);
  private static final AccountId BO = new AccountId(2);
  private static final Pair PAIR = Pair.of(ANA, BO);
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final int HISTORIES = 300;
  private static final int COMMANDS_EACH = 40;

  @Test
  void they_lead_to_the_state_and_to_the_rows_that_all_facts_left() {
    long seed = Long.getLong("seed", System.nanoTime());
    var random = new SplittableRandom(seed);
    for (int history = 0; history < HISTORIES; history++) {
      Relationship state = Relationship.STRANGERS;
      Map<Object, RelationshipWrite> left = new HashMap<>();
      for (int at = 0; at < COMMANDS_EACH; at++) {
        if (RELATIONSHIP.decide(state, any(random, NOON.plusSeconds(at)))
            instanceof Decision.Accepted<RelationshipEvent, RelationshipRejection>(var events)) {
          state = RELATIONSHIP.evolve(state, events);
          apply(left, RelationshipProjection.on(PAIR, state, events));
        }
        List<RelationshipEvent> facts = facts(state);
        Map<Object, RelationshipWrite> again = new HashMap<>();
        apply(again, RelationshipProjection.on(PAIR, state, facts));

        assertThat(RELATIONSHIP.evolve(Relationship.STRANGERS, facts))
            .as("seed=%d history=%d at=%d", seed, history, at)
            .isEqualTo(state);
        assertThat(again).as("seed=%d history=%d at=%d", seed, history, at).isEqualTo(left);
      }
    }
  }

  private static List<RelationshipEvent> facts(Relationship state) {
    return AccountAggregates.with((stream, words) -> "hash")
        .relationship()
        .facts()
        .of(PAIR.key(), state);
  }

  /** The tables, as what stands under each key. */
  private static void apply(Map<Object, RelationshipWrite> tables, List<RelationshipWrite> writes) {
    for (RelationshipWrite write : writes) {
      switch (write) {
        case RelationshipWrite.PutPair put -> tables.put(put.pair(), put);
        case RelationshipWrite.RemovePair remove -> tables.remove(remove.pair());
        case RelationshipWrite.PutEntry put -> tables.put(put, put);
        case RelationshipWrite.RemoveEntry(var list, var owner, var other, var since) ->
            tables.remove(new RelationshipWrite.PutEntry(list, owner, other, since));
      }
    }
  }

  private static RelationshipCommand any(SplittableRandom random, Instant at) {
    boolean forth = random.nextBoolean();
    AccountId by = forth ? ANA : BO;
    AccountId to = forth ? BO : ANA;
    var quiet = new FollowOptions(false, true, List.of("de"));
    return switch (random.nextInt(11)) {
      case 0 -> new Follow(by, to, FollowOptions.USUAL, Target.OPEN, at);
      case 1 -> new Follow(by, to, quiet, Target.LOCKED, at);
      case 2 -> new Unfollow(by, to);
      case 3 -> new AcceptRequest(by, to, at);
      case 4 -> new RejectRequest(by, to);
      case 5 -> new RemoveFollower(by, to);
      case 6 -> new Block(by, to, at);
      case 7, 8 -> new Unblock(by, to);
      case 9 -> new RelationshipCommand.Mute(by, to, random.nextBoolean(), null, at);
      default -> new Unmute(by, to);
    };
  }
}
