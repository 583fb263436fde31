package isegoria.eventsourcing.read;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.events.Topics;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.kafka.OnUndecodable;
import isegoria.kafka.KafkaConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

final class TailTest {

  private static final String STATES = Topics.POST_STATES.name();
  private static final TopicPartition APPLIED = new TopicPartition(STATES, 0);
  private static final TopicPartition BEHIND = new TopicPartition(STATES, 1);
  private static final TopicPartition NOT_BEGUN = new TopicPartition(STATES, 2);
  private static final List<TopicPartition> ALL = List.of(APPLIED, BEHIND, NOT_BEGUN);

  /**
   * What came lately began at 50; nothing came lately to the second partition, which ends at 90.
   */
  private static final class Lately extends MockConsumer<String, byte[]> {
    Lately() {
      super("earliest");
      assign(ALL);
      updateBeginningOffsets(Map.of(APPLIED, 5L, BEHIND, 5L, NOT_BEGUN, 5L));
      updateEndOffsets(Map.of(APPLIED, 90L, BEHIND, 90L, NOT_BEGUN, 90L));
    }

    @Override
    public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
        Map<TopicPartition, Long> times) {
      return times.containsKey(BEHIND)
          ? Map.of()
          : Map.of(times.keySet().iterator().next(), new OffsetAndTimestamp(50, 0));
    }
  }

  private static Tail tail() {
    var kafka =
        new KafkaSettings(
            KafkaConnection.plaintext("nowhere:1"), 3, "test", 0, Path.of("unused"), 0);
    return new Tail(
        kafka,
        "copies",
        List.of(Topics.POST_STATES),
        Duration.ofMinutes(1),
        OnUndecodable.SKIP,
        _ -> {});
  }

  @Test
  void it_begins_a_while_ago() {
    var consumer = new Lately();
    tail().resume(consumer, ALL);
    assertThat(ALL.stream().map(consumer::position)).containsExactly(50L, 90L, 50L);
  }

  @Test
  void it_begins_no_later_than_where_others_have_applied_nothing_yet() {
    var consumer = new Lately();
    tail().noLaterThan(() -> Map.of(APPLIED, 90L, BEHIND, 60L)).resume(consumer, ALL);
    assertThat(ALL.stream().map(consumer::position)).containsExactly(50L, 60L, 5L);
  }
}
