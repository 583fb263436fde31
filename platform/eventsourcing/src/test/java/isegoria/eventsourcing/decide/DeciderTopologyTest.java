package isegoria.eventsourcing.decide;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.events.Partitioning;
import isegoria.events.Topics;
import isegoria.eventsourcing.decide.Notebook.Append;
import isegoria.eventsourcing.decide.Notebook.Ask;
import isegoria.eventsourcing.decide.Notebook.CloseAt;
import isegoria.eventsourcing.decide.Notebook.Copy;
import isegoria.eventsourcing.decide.Notebook.Corrupt;
import isegoria.eventsourcing.decide.Notebook.Fact;
import isegoria.eventsourcing.decide.Notebook.IsClosed;
import isegoria.eventsourcing.decide.Notebook.Lines;
import isegoria.eventsourcing.decide.Notebook.Puzzle;
import isegoria.eventsourcing.decide.Notebook.Rejection;
import isegoria.eventsourcing.decide.Notebook.Share;
import isegoria.eventsourcing.decide.Notebook.Unpublishable;
import isegoria.eventsourcing.record.Outcome;
import isegoria.eventsourcing.record.Verdict;
import isegoria.eventsourcing.wire.AggregateCodec;
import isegoria.eventsourcing.wire.RecordHeader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of commands, one at a time, without a broker. */
final class DeciderTopologyTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final String KEY = Partitioning.key("ana", "notebook");

  private final AggregateCodec<Ask, Lines, Fact, Rejection> codec =
      new AggregateCodec<>(Notebook.AGGREGATE_TYPE);
  private final TopologyTestDriver driver =
      new TopologyTestDriver(
          DeciderTopology.build(
              Notebook.TOPICS,
              List.of(Notebook.AGGREGATE_TYPE),
              new DeciderTopology.Settings(
                  Duration.ofMinutes(10), (aggregateType, verdict) -> {}, new BatchEnds())),
          config(),
          NOON);
  private final TestInputTopic<String, byte[]> commands =
      driver.createInputTopic(
          Topics.POST_COMMANDS.name(), new StringSerializer(), new ByteArraySerializer());
  private final TestOutputTopic<String, byte[]> outcomes = output(Topics.POST_OUTCOMES.name());
  private final TestOutputTopic<String, byte[]> events = output(Topics.POST_EVENTS.name());
  private final TestOutputTopic<String, byte[]> deadLetters =
      output(Topics.POST_DEAD_LETTERS.name());
  private Instant now = NOON;

  private static Properties config() {
    Properties config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
    config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    return config;
  }

  private TestOutputTopic<String, byte[]> output(String topic) {
    return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer());
  }

  @AfterEach
  void close() {
    driver.close();
  }

  private TestRecord<String, byte[]> send(String id, String key, Ask ask) {
    return send(id, key, codec.encode(ask), "notebook", null);
  }

  private TestRecord<String, byte[]> send(
      String id,
      String key,
      byte[] body,
      String aggregateType,
      @org.jspecify.annotations.Nullable Instant deadline) {
    RecordHeaders headers = new RecordHeaders();
    headers.add(RecordHeader.REPEATABLE, RecordHeader.bytes("true"));
    return send(id, key, body, aggregateType, deadline, headers);
  }

  /** A command with a minted id, which nothing sends twice. */
  private TestRecord<String, byte[]> sendOnce(String id, Ask ask) {
    return send(id, KEY, codec.encode(ask), "notebook", null, new RecordHeaders());
  }

  private TestRecord<String, byte[]> send(
      String id,
      String key,
      byte[] body,
      String aggregateType,
      @org.jspecify.annotations.Nullable Instant deadline,
      RecordHeaders headers) {
    headers.add(RecordHeader.AGGREGATE_TYPE, RecordHeader.bytes(aggregateType));
    headers.add(RecordHeader.COMMAND_ID, RecordHeader.bytes(id));
    headers.add(RecordHeader.OCCURRED_AT, RecordHeader.bytes(now.toString()));
    headers.add(RecordHeader.REPLY_PARTITION, RecordHeader.bytes("3"));
    headers.add(RecordHeader.REPLY_ASK, RecordHeader.bytes("ask-" + id));
    if (deadline != null) {
      headers.add(RecordHeader.DEADLINE, RecordHeader.bytes(deadline.toString()));
    }
    commands.pipeInput(new TestRecord<>(key, body, headers, now));
    return outcomes.readRecord();
  }

  private void pass(Duration time) {
    driver.advanceWallClockTime(time);
    now = now.plus(time);
  }

  private Outcome<Lines, Fact, Rejection> outcome(TestRecord<String, byte[]> record) {
    return codec.outcome(record.value());
  }

  @Test
  void an_accepted_command_has_one_outcome_and_its_facts() {
    TestRecord<String, byte[]> record = send("1", KEY, new Append("a"));

    assertThat(outcome(record).state().lines()).containsExactly("a");
    assertThat(outcome(record).sequence()).isEqualTo(1);
    assertThat(outcome(record).positions()).isEqualTo("post.events.v1/0@0,post.states.v1/0@0");
    assertThat(RecordHeader.text(record.headers(), RecordHeader.REPLY_ASK)).isEqualTo("ask-1");
    TestRecord<String, byte[]> event = events.readRecord();
    assertThat(RecordHeader.position(event.headers())).isZero();
    assertThat(outcomes.isEmpty()).isTrue();
  }

  @Test
  void a_repeated_command_gets_its_first_answer_and_no_second_fact() {
    send("1", KEY, new Append("a"));
    TestRecord<String, byte[]> again = send("1", KEY, new Append("a"));

    assertThat(outcome(again).state().lines()).containsExactly("a");
    assertThat(RecordHeader.text(again.headers(), RecordHeader.REPEATED)).isEqualTo("true");
    assertThat(events.readRecordsToList()).hasSize(1);
  }

  @Test
  void a_command_that_comes_once_leaves_nothing_to_remember() {
    sendOnce("1", new Append("a"));
    sendOnce("2", new CloseAt(NOON.plusSeconds(500)));

    assertThat(driver.<String, byte[]>getWindowStore(DeciderTopology.FIRST_OUTCOMES).all())
        .toIterable()
        .isEmpty();
    assertThat(events.readRecordsToList()).hasSize(2);
  }

  @Test
  void an_act_leaves_its_outcome_its_publications_and_its_aggregate_and_no_more() {
    sendOnce("1", new Append("a"));
    assertThat(driver.producedTopicNames())
        .containsExactlyInAnyOrder(
            Topics.POST_OUTCOMES.name(),
            Topics.POST_EVENTS.name(),
            Topics.POST_STATES.name(),
            "test-aggregates-changelog");
  }

  @Test
  void a_change_that_moves_no_due_writes_none() {
    TestOutputTopic<String, byte[]> dues = output("test-dues-changelog");
    sendOnce("1", new CloseAt(NOON.plusSeconds(500)));
    assertThat(dues.readRecordsToList()).hasSize(1);
    sendOnce("2", new Append("a"));
    assertThat(dues.isEmpty()).isTrue();
    sendOnce("3", new CloseAt(NOON.plusSeconds(600)));
    assertThat(dues.readRecordsToList()).as("the former one goes, the next one comes").hasSize(2);
  }

  @Test
  void a_fact_that_no_reader_waits_for_has_no_position() {
    send("1", KEY, new Append("a"));
    TestRecord<String, byte[]> record = send("2", KEY, new CloseAt(NOON.plusSeconds(500)));

    assertThat(outcome(record).positions()).isEqualTo("post.states.v1/0@1");
  }

  @Test
  void a_repeat_that_names_another_aggregate_of_the_owner_gets_the_first_answer_too() {
    send("1", KEY, new Append("a"));
    TestRecord<String, byte[]> again = send("1", Partitioning.key("ana", "other"), new Append("a"));

    assertThat(outcome(again).key()).isEqualTo(KEY);
    assertThat(events.readRecordsToList()).hasSize(1);
  }

  @Test
  void the_same_id_by_another_owner_is_another_command() {
    send("1", KEY, new Append("a"));
    send("1", Partitioning.key("bo", "notebook"), new Append("a"));

    assertThat(events.readRecordsToList()).hasSize(2);
  }

  @Test
  void a_command_after_its_deadline_records_nothing_and_may_be_asked_again() {
    TestRecord<String, byte[]> late =
        send("1", KEY, codec.encode(new Append("a")), "notebook", now.minusSeconds(1));
    assertThat(outcome(late).verdict()).isEqualTo(Verdict.TOO_LATE);

    TestRecord<String, byte[]> again = send("1", KEY, new Append("a"));
    assertThat(outcome(again).verdict()).isEqualTo(Verdict.ACCEPTED);
  }

  @Test
  void what_falls_due_happens_by_itself_once_and_a_refusal_says_so() {
    send("1", KEY, new CloseAt(NOON.plusSeconds(5)));
    pass(Duration.ofSeconds(4));
    assertThat(outcomes.isEmpty()).isTrue();
    pass(Duration.ofSeconds(2));
    pass(Duration.ofSeconds(2));

    assertThat(outcomes.readRecordsToList())
        .singleElement()
        .satisfies(record -> assertThat(outcome(record).state().closed()).isTrue());
    assertThat(outcome(send("2", KEY, new Append("late"))).rejection()).isEqualTo(new IsClosed());
  }

  @Test
  void a_due_that_moves_forward_is_met_at_its_new_time() {
    send("1", KEY, new CloseAt(NOON.plusSeconds(500)));
    send("2", Partitioning.key("bo", "notebook"), new CloseAt(NOON.plusSeconds(5)));
    pass(Duration.ofSeconds(6));

    assertThat(outcomes.readRecordsToList())
        .singleElement()
        .satisfies(record -> assertThat(outcome(record).key()).isEqualTo("bo/notebook"));
  }

  @Test
  void a_fold_that_throws_quarantines_one_aggregate_and_no_other() {
    assertThat(outcome(send("1", KEY, new Corrupt())).verdict()).isEqualTo(Verdict.QUARANTINED);
    assertThat(outcome(send("2", KEY, new Append("a"))).verdict()).isEqualTo(Verdict.QUARANTINED);
    assertThat(deadLetters.readRecordsToList()).hasSize(1);

    TestRecord<String, byte[]> other =
        send("3", Partitioning.key("bo", "notebook"), new Append("b"));
    assertThat(outcome(other).verdict()).isEqualTo(Verdict.ACCEPTED);
  }

  @Test
  void a_rule_that_throws_costs_its_own_command_and_no_other() {
    assertThat(outcome(send("1", KEY, new Append("a"))).sequence()).isEqualTo(1);
    assertThat(send("2", KEY, new Puzzle()).value()).as("answered as not decided").isEmpty();
    assertThat(send("3", KEY, new Unpublishable()).value()).isEmpty();
    assertThat(deadLetters.readRecordsToList())
        .extracting(record -> RecordHeader.text(record.headers(), RecordHeader.ERROR))
        .containsExactly(
            IllegalStateException.class.getName(), IllegalArgumentException.class.getName());

    Outcome<Lines, Fact, Rejection> next = outcome(send("4", KEY, new Append("b")));
    assertThat(next.state().lines()).containsExactly("a", "b");
    assertThat(next.sequence()).as("nothing was recorded between").isEqualTo(2);
    assertThat(events.readRecordsToList()).hasSize(2);
  }

  @Test
  void an_aggregate_that_cannot_be_read_costs_its_commands_and_stays_as_it_is() {
    byte[] unreadable = {'?'};
    driver.<String, byte[]>getKeyValueStore(DeciderTopology.AGGREGATES).put(KEY, unreadable);
    assertThat(send("1", KEY, new Append("a")).value()).isEmpty();
    assertThat(deadLetters.readRecordsToList()).hasSize(1);
    assertThat(driver.<String, byte[]>getKeyValueStore(DeciderTopology.AGGREGATES).get(KEY))
        .isEqualTo(unreadable);

    TestRecord<String, byte[]> other =
        send("2", Partitioning.key("bo", "notebook"), new Append("b"));
    assertThat(outcome(other).verdict()).isEqualTo(Verdict.ACCEPTED);
  }

  @Test
  void a_release_lets_a_quarantined_aggregate_take_commands_again() {
    send("1", KEY, new Append("a"));
    send("2", KEY, new Corrupt());
    assertThat(outcome(send("3", KEY, new Append("b"))).verdict()).isEqualTo(Verdict.QUARANTINED);
    assertThat(outcome(release("4")).verdict()).isEqualTo(Verdict.ACCEPTED);
    assertThat(outcome(send("5", KEY, new Append("c"))).state().lines()).containsExactly("a", "c");
    assertThat(outcome(release("6")).state().lines())
        .as("of one that is not quarantined")
        .containsExactly("a", "c");
  }

  private TestRecord<String, byte[]> release(String id) {
    RecordHeaders headers = new RecordHeaders();
    headers.add(RecordHeader.AGGREGATE_TYPE, RecordHeader.bytes("notebook"));
    headers.add(RecordHeader.COMMAND_ID, RecordHeader.bytes(id));
    headers.add(RecordHeader.OPERATION, RecordHeader.bytes(RecordHeader.RELEASE));
    commands.pipeInput(new TestRecord<>(KEY, new byte[0], headers, now));
    return outcomes.readRecord();
  }

  @Test
  void a_command_without_a_key_is_dead_and_the_next_one_is_decided() {
    commands.pipeInput(new TestRecord<>(null, new byte[0], new RecordHeaders(), now));
    assertThat(deadLetters.readRecordsToList()).hasSize(1);
    assertThat(outcomes.readRecord().value()).isEmpty();
    assertThat(outcome(send("1", KEY, new Append("a"))).verdict()).isEqualTo(Verdict.ACCEPTED);
  }

  @Test
  void a_time_that_is_none_makes_a_command_unreadable() {
    RecordHeaders headers = new RecordHeaders();
    headers.add(RecordHeader.AGGREGATE_TYPE, RecordHeader.bytes("notebook"));
    headers.add(RecordHeader.COMMAND_ID, RecordHeader.bytes("1"));
    headers.add(RecordHeader.OCCURRED_AT, RecordHeader.bytes("noon"));
    commands.pipeInput(new TestRecord<>(KEY, codec.encode(new Append("a")), headers, now));
    assertThat(outcomes.readRecord().value()).isEmpty();
    assertThat(deadLetters.readRecordsToList()).hasSize(1);
  }

  @Test
  void an_unreadable_command_is_buried_and_answered() {
    TestRecord<String, byte[]> record = send("1", KEY, new byte[] {1, 2}, "notebook", null);
    assertThat(record.value()).isEmpty();
    assertThat(send("2", KEY, codec.encode(new Append("a")), "nobody", null).value()).isEmpty();
    assertThat(deadLetters.readRecordsToList()).hasSize(2);
  }

  @Test
  void a_follow_up_answers_in_place_of_the_command_also_when_it_is_repeated() {
    String copy = Partitioning.key("ana", "copy");
    TestRecord<String, byte[]> first = send("1", KEY, new Copy(copy));
    assertThat(outcome(first).verdict()).isEqualTo(Verdict.FORWARDED);
    TestRecord<String, byte[]> answer = outcomes.readRecord();
    assertThat(outcome(answer).key()).isEqualTo(copy);
    assertThat(RecordHeader.text(answer.headers(), RecordHeader.REPLY_ASK)).isEqualTo("ask-1");

    send("1", KEY, new Copy(copy));
    assertThat(outcome(outcomes.readRecord()).state().lines()).containsExactly("copied");
  }

  @Test
  void a_follow_up_that_only_follows_leaves_the_answer_to_the_command() {
    String other = Partitioning.key("bo", "notebook");
    TestRecord<String, byte[]> answer = send("1", KEY, new Share(other));
    assertThat(outcome(answer).verdict()).isEqualTo(Verdict.ACCEPTED);
    assertThat(RecordHeader.text(answer.headers(), RecordHeader.REPLY_ASK)).isEqualTo("ask-1");
    TestRecord<String, byte[]> followed = outcomes.readRecord();
    assertThat(outcome(followed).state().lines()).containsExactly("shared");
    assertThat(RecordHeader.text(followed.headers(), RecordHeader.REPLY_ASK)).isNull();
  }

  @Test
  void what_would_be_too_large_is_not_recorded() {
    String large = "x".repeat(DeciderProcessor.OUTCOME_BYTES_MAX);
    assertThat(outcome(send("1", KEY, new Append(large))).verdict()).isEqualTo(Verdict.TOO_LARGE);
    assertThat(outcome(send("2", KEY, new Append("a"))).state().lines()).containsExactly("a");
  }

  @Test
  void recorded_times_rise_within_a_stream_while_the_clock_stands_still() {
    Instant first = outcome(send("1", KEY, new Append("a"))).recordedAt();
    Instant second = outcome(send("2", KEY, new Append("b"))).recordedAt();
    assertThat(second).isAfter(first);
  }
}
