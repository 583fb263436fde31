package isegoria.eventsourcing.apply;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.events.Topics;
import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.Recorded;
import isegoria.eventsourcing.erasure.Erasure;
import isegoria.eventsourcing.erasure.ErasureCommand;
import isegoria.eventsourcing.erasure.ErasureDecider;
import isegoria.eventsourcing.erasure.ErasureEvent;
import isegoria.eventsourcing.wire.AggregateCodec;
import isegoria.eventsourcing.wire.RecordHeader;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** Who gets the answer, and how: one asker waits on this instance, the other on another. */
final class OutcomeStepsTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final String HERE = "asked here";
  private static final String ELSEWHERE = "asked elsewhere";
  private static final String ANOTHER_PARTITION = "3";

  private final AggregateType<ErasureCommand, Erasure, ErasureEvent, Void> type =
      ErasureDecider.of(List.of());
  private final AggregateCodec<ErasureCommand, Erasure, ErasureEvent, Void> codec =
      new AggregateCodec<>(type);
  private final MockProducer<String, byte[]> replies =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private final Map<String, byte[]> answered = new HashMap<>();
  private final CompletableFuture<Void> rows = new CompletableFuture<>();
  private final OutcomeSteps steps =
      new OutcomeSteps(List.of(type), _ -> rows, this::answer, Topics.POST_REPLIES, replies);

  private boolean answer(String ask, byte[] outcome, boolean repeated) {
    return ask.equals(HERE) && answered.put(ask, outcome) == null;
  }

  private byte[] outcome(boolean isForwarded) {
    var begun = new ErasureEvent.ErasureBegun(NOON);
    Erasure before = type.decider().initial();
    Erasure after = type.decider().evolve(before, List.of(begun));
    return codec.accepted(
        new Recorded<>("ana/erasure", "id", "", "", NOON, NOON, 1, before, after, List.of(begun)),
        "",
        isForwarded);
  }

  private ConsumerRecord<String, byte[]> record(String ask, byte[] outcome) {
    var record = new ConsumerRecord<>(Topics.POST_OUTCOMES.name(), 0, 0, "ana/erasure", outcome);
    Headers headers = record.headers();
    headers.add(RecordHeader.AGGREGATE_TYPE, RecordHeader.bytes(type.name()));
    headers.add(RecordHeader.REPLY_PARTITION, RecordHeader.bytes(ANOTHER_PARTITION));
    headers.add(RecordHeader.REPLY_ASK, RecordHeader.bytes(ask));
    return record;
  }

  @Test
  void an_asker_on_this_instance_is_answered_without_a_record() {
    byte[] outcome = outcome(false);
    rows.complete(null);
    assertThat(steps.write(record(HERE, outcome))).isCompleted();
    assertThat(answered).containsOnlyKeys(HERE).containsValue(outcome);
    assertThat(replies.history()).isEmpty();
  }

  @Test
  void an_asker_on_another_instance_is_answered_on_the_partition_that_it_named() {
    byte[] outcome = outcome(false);
    rows.complete(null);
    assertThat(steps.write(record(ELSEWHERE, outcome))).isCompleted();
    assertThat(answered).isEmpty();
    assertThat(replies.history())
        .singleElement()
        .satisfies(reply -> {
          assertThat(reply.topic()).isEqualTo(Topics.POST_REPLIES.name());
          assertThat(reply.partition()).isEqualTo(Integer.parseInt(ANOTHER_PARTITION));
          assertThat(reply.value()).isEqualTo(outcome);
          assertThat(RecordHeader.text(reply.headers(), RecordHeader.REPLY_ASK))
              .isEqualTo(ELSEWHERE);
        });
  }

  @Test
  void neither_is_answered_before_the_rows_are_durable() {
    CompletableFuture<?> here = steps.write(record(HERE, outcome(false)));
    CompletableFuture<?> elsewhere = steps.write(record(ELSEWHERE, outcome(false)));
    assertThat(answered).isEmpty();
    assertThat(replies.history()).isEmpty();
    rows.complete(null);
    assertThat(CompletableFuture.allOf(here, elsewhere)).isCompleted();
    assertThat(answered).containsOnlyKeys(HERE);
    assertThat(replies.history()).hasSize(1);
  }

  @Test
  void an_outcome_in_whose_place_a_follow_up_answers_is_no_answer() {
    rows.complete(null);
    assertThat(steps.write(record(HERE, outcome(true)))).isCompleted();
    assertThat(steps.write(record(ELSEWHERE, outcome(true)))).isCompleted();
    assertThat(answered).isEmpty();
    assertThat(replies.history()).isEmpty();
  }

  @Test
  void the_asker_of_an_unreadable_command_is_answered_too() {
    assertThat(steps.write(record(HERE, new byte[0]))).isCompleted();
    assertThat(steps.write(record(ELSEWHERE, new byte[0]))).isCompleted();
    assertThat(answered).containsOnlyKeys(HERE);
    assertThat(replies.history()).hasSize(1);
  }
}
