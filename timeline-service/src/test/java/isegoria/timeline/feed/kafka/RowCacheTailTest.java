package isegoria.timeline.feed.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.events.Topics;
import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.Position;
import isegoria.eventsourcing.read.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

final class RowCacheTailTest {

  private static final String STATES = Topics.POST_STATES.name();

  private final Barrier written = new Barrier();
  private final Progress view = new Progress("posts");
  private final List<Boolean> said = new ArrayList<>();
  private final List<Long> changed = new ArrayList<>();
  private final RowCacheTail copies;

  RowCacheTailTest() {
    written.register(Position.ofOwn(STATES), view);
    copies =
        new RowCacheTail(
            written,
            change -> {
              changed.add(change.offset());
              return CompletableFuture.completedStage(null);
            },
            _ -> CompletableFuture.completedStage(null),
            said::add);
  }

  private static ConsumerRecord<String, byte[]> change(long offset) {
    return new ConsumerRecord<>(STATES, 0, offset, "1", new byte[0]);
  }

  private void viewWrites(long offset) {
    view.advance(Position.ofOwn(STATES), 0, offset);
  }

  @Test
  void tables_are_not_current_before_all_that_stood_in_the_topics_is_here_and_written() {
    copies.changed(change(7));
    copies.look();
    assertThat(said).isEmpty();
    copies.caughtUp();
    assertThat(said).as("the view has not written it").isEmpty();
    viewWrites(7);
    copies.look();
    assertThat(said).containsExactly(true);
    assertThat(changed).containsExactly(7L);
  }

  @Test
  void where_nothing_is_left_to_write_tables_are_current_at_once() {
    viewWrites(7);
    copies.changed(change(7));
    copies.caughtUp();
    assertThat(said).containsExactly(true);
  }
}
