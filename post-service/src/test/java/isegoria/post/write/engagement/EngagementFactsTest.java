package isegoria.post.write.engagement;

import static isegoria.post.write.Samples.BO;
import static isegoria.post.write.Samples.NOON;
import static isegoria.post.write.Samples.target;
import static isegoria.post.write.engagement.EngagementDecider.ENGAGEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import isegoria.events.PostId;
import isegoria.eventsourcing.Decision;
import isegoria.post.kafka.PostCommands.Aggregates;
import isegoria.post.kafka.WordsHash;
import isegoria.post.read.RowWrite;
import isegoria.post.read.engagement.EngagementProjection;
import isegoria.post.write.Target;
import isegoria.post.write.Visibility;
import isegoria.post.write.engagement.Engagement.Engaged;
import isegoria.post.write.engagement.Engagement.Untouched;
import isegoria.post.write.engagement.EngagementCommand.Bookmark;
import isegoria.post.write.engagement.EngagementCommand.Boost;
import isegoria.post.write.engagement.EngagementCommand.Favourite;
import isegoria.post.write.engagement.EngagementCommand.MuteConversation;
import isegoria.post.write.engagement.EngagementCommand.Unbookmark;
import isegoria.post.write.engagement.EngagementCommand.Unboost;
import isegoria.post.write.engagement.EngagementCommand.Unfavourite;
import isegoria.post.write.engagement.EngagementCommand.UnmuteConversation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The rows that all facts left, and those that the facts of the state alone make again. */
final class EngagementFactsTest {

  private static final Target POST = target(Visibility.PUBLIC);
  private static final int HISTORIES = 300;
  private static final int COMMANDS_EACH = 30;

  @Test
  void they_lead_to_the_state_and_to_the_rows_that_all_facts_left() {
    long seed = Long.getLong("seed", System.nanoTime());
    var random = new SplittableRandom(seed);
    for (int history = 0; history < HISTORIES; history++) {
      Engagement state = new Untouched();
      Map<Object, RowWrite> left = new HashMap<>();
      for (int at = 0; at < COMMANDS_EACH; at++) {
        if (ENGAGEMENT.decide(state, any(random, at))
            instanceof Decision.Accepted<EngagementEvent, EngagementRejection>(var events)) {
          state = ENGAGEMENT.evolve(state, events);
          apply(left, EngagementProjection.rows(state, events));
        }
        List<EngagementEvent> facts = facts(state);
        Map<Object, RowWrite> again = new HashMap<>();
        apply(again, EngagementProjection.rows(state, facts));

        assertThat(again).as("seed=%d history=%d at=%d", seed, history, at).isEqualTo(left);
        if (state instanceof Engaged engaged && !engaged.isBare()) {
          assertThat(ENGAGEMENT.evolve(new Untouched(), facts)).isEqualTo(state);
        }
      }
    }
  }

  private static List<EngagementEvent> facts(Engagement state) {
    return Aggregates.with(new WordsHash(new byte[32])).engagement().facts().of("any", state);
  }

  /** The tables, as what stands under each key. */
  private static void apply(Map<Object, RowWrite> tables, List<RowWrite> rows) {
    for (RowWrite row : rows) {
      switch (row) {
        case RowWrite.PutEngagement put -> tables.put("engagement", put);
        case RowWrite.PutMark put -> tables.put(put, put);
        case RowWrite.RemoveMark(var kind, var mark, var post, var actor) ->
            tables.remove(new RowWrite.PutMark(kind, mark, post, actor));
        case RowWrite.PutBoost put -> tables.put(put.boost().id(), put);
        case RowWrite.RemoveBoost remove -> tables.remove(remove.boost());
        default -> throw new IllegalArgumentException("row: " + row + " (expected: engagement's)");
      }
    }
  }

  private static EngagementCommand any(SplittableRandom random, int at) {
    var mark = new Mark(new PostId(1_000 + at), NOON.plusSeconds(at));
    return switch (random.nextInt(8)) {
      case 0 -> new Favourite(BO, POST, mark);
      case 1 -> new Unfavourite();
      case 2 -> new Boost(BO, POST, mark, Visibility.UNLISTED);
      case 3 -> new Unboost();
      case 4 -> new Bookmark(BO, POST, mark);
      case 5 -> new Unbookmark();
      case 6 -> new MuteConversation(BO, POST, mark.at());
      default -> new UnmuteConversation();
    };
  }
}
