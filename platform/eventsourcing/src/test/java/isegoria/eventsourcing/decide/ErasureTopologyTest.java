package isegoria.eventsourcing.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import isegoria.events.Partitioning;
import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.decide.Notebook.Append;
import isegoria.eventsourcing.decide.Notebook.Ask;
import isegoria.eventsourcing.decide.Notebook.CloseAt;
import isegoria.eventsourcing.decide.Notebook.Corrupt;
import isegoria.eventsourcing.decide.Notebook.Fact;
import isegoria.eventsourcing.decide.Notebook.Lines;
import isegoria.eventsourcing.decide.Notebook.Rejection;
import isegoria.eventsourcing.decide.Notebook.Wiped;
import isegoria.eventsourcing.erasure.Erasure;
import isegoria.eventsourcing.erasure.Erasure.Erased;
import isegoria.eventsourcing.erasure.Erasure.Erasing;
import isegoria.eventsourcing.erasure.ErasureCommand;
import isegoria.eventsourcing.erasure.ErasureCommand.Begin;
import isegoria.eventsourcing.erasure.ErasureDecider;
import isegoria.eventsourcing.erasure.ErasureEvent;
import isegoria.eventsourcing.erasure.ErasureEvent.PageErased;
import isegoria.eventsourcing.erasure.ErasureEvent.PassEnded;
import isegoria.eventsourcing.record.Outcome;
import isegoria.eventsourcing.record.SealedJson;
import isegoria.eventsourcing.record.Verdict;
import isegoria.eventsourcing.wire.AggregateCodec;
import isegoria.eventsourcing.wire.RecordHeader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an erasure does to the aggregates of its owner, and what a kill in the middle costs. */
final class ErasureTopologyTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final String MARKER = Partitioning.key("ana", "erasure");

  /** Three steps of a pass. */
  private static final int NOTEBOOKS = 2 * OwnedAggregates.AGGREGATES_PER_STEP_MAX + 50;

  private static final AggregateType<ErasureCommand, Erasure, ErasureEvent, Void> ERASURE =
      ErasureDecider.of(List.of(Notebook.AGGREGATE_TYPE, Notebook.EVIDENCE));

  private final AggregateCodec<Ask, Lines, Fact, Rejection> notebooks =
      new AggregateCodec<>(Notebook.AGGREGATE_TYPE);
  private final AggregateCodec<ErasureCommand, Erasure, ErasureEvent, Void> erasures =
      new AggregateCodec<>(ERASURE);

  /** Decisions until the process dies, which it does in the middle of one. */
  private final AtomicInteger decisionsLeft = new AtomicInteger(Integer.MAX_VALUE);

  private DeciderRun run = run("first");
  private Instant now = NOON;
  private int sent;

  private DeciderRun run(String name) {
    return new DeciderRun(
        "erasure-" + name,
        List.of(Notebook.AGGREGATE_TYPE, Notebook.EVIDENCE, ERASURE),
        this::decided);
  }

  private void decided() {
    if (decisionsLeft.getAndDecrement() == 0) {
      throw new IllegalStateException("killed");
    }
  }

  @AfterEach
  void close() {
    run.driver.close();
  }

  private static String key(String owner, int notebook) {
    return Partitioning.key(owner, "notebook/" + notebook);
  }

  private Outcome<Lines, Fact, Rejection> ask(String key, Ask ask) {
    send(key, "notebook", notebooks.encode(ask));
    return notebooks.outcome(run.outcomes.readRecord().value());
  }

  private void send(String key, String type, byte[] command) {
    sent++;
    RecordHeaders headers = new RecordHeaders();
    headers.add(RecordHeader.AGGREGATE_TYPE, RecordHeader.bytes(type));
    headers.add(RecordHeader.COMMAND_ID, RecordHeader.bytes("command-" + sent));
    headers.add(RecordHeader.OCCURRED_AT, RecordHeader.bytes(now.toString()));
    headers.add(RecordHeader.REPLY_PARTITION, RecordHeader.bytes("3"));
    headers.add(RecordHeader.REPLY_ASK, RecordHeader.bytes("ask-" + sent));
    run.commands.pipeInput(new TestRecord<>(key, command, headers, now));
  }

  private void erase() {
    send(MARKER, "erasure", erasures.encode(new Begin(now)));
  }

  private void write(String owner, int count) {
    for (int i = 0; i < count; i++) {
      ask(key(owner, i), new Append("line " + i));
    }
  }

  private Erasure erasure() {
    byte[] stored = run.stored(DeciderTopology.AGGREGATES).get(MARKER);
    return erasures.load(stored).state();
  }

  private Lines notebook(String key) {
    return notebooks.load(run.stored(DeciderTopology.AGGREGATES).get(key)).state();
  }

  private List<String> linesOf(String owner, int count) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.addAll(notebook(key(owner, i)).lines());
    }
    return lines;
  }

  /** The last state of each key, null for a tombstone. */
  private Map<String, byte @Nullable []> states() {
    Map<String, byte @Nullable []> last = new HashMap<>();
    run.states.readRecordsToList().forEach(record -> last.put(record.key(), record.value()));
    return last;
  }

  private long wiped() {
    return run.events.readValuesToList().stream()
        .filter(value -> new String(value, StandardCharsets.UTF_8).equals(new Wiped().toString()))
        .count();
  }

  @Test
  void every_aggregate_of_the_owner_ends_and_none_of_another() {
    List<String> others = List.of("an", "ana0", "ana~bo", "anb", "bo");
    others.forEach(owner -> write(owner, 2));
    write("ana", NOTEBOOKS);
    erase();

    assertThat(erasure()).isEqualTo(new Erased(NOTEBOOKS, 0));
    assertThat(linesOf("ana", NOTEBOOKS)).isEmpty();
    others.forEach(owner -> assertThat(linesOf(owner, 2)).as(owner).hasSize(2));
    assertThat(states())
        .allSatisfy(
            (key, value) -> assertThat(value == null).as(key).isEqualTo(key.startsWith("ana/")));
    assertThat(wiped()).isEqualTo(NOTEBOOKS);
    assertThat(run.stored(DeciderTopology.DUES)).isEmpty();
  }

  @Test
  void a_step_is_bounded_and_only_the_beginning_is_answered() {
    write("ana", NOTEBOOKS);
    erase();

    List<TestRecord<String, byte[]>> outcomes = run.outcomes.readRecordsToList();
    assertThat(outcomes.getFirst().key()).isEqualTo(MARKER);
    assertThat(erasures.outcome(outcomes.getFirst().value()).verdict()).isEqualTo(Verdict.ACCEPTED);
    assertThat(RecordHeader.text(outcomes.getFirst().headers(), RecordHeader.REPLY_ASK))
        .isNotNull();
    assertThat(outcomes.subList(1, outcomes.size()))
        .allSatisfy(later ->
            assertThat(RecordHeader.text(later.headers(), RecordHeader.REPLY_ASK)).isNull());

    // The marker stands in the first page: it is looked at and stays.
    assertThat(asked(outcomes)).containsExactly(99, 100, 51, 0, 0);
  }

  @Test
  void a_step_is_bounded_in_bytes_too() {
    String large = "x".repeat(OwnedAggregates.BYTES_PER_STEP_MAX / 8);
    for (int i = 0; i < 20; i++) {
      ask(key("ana", i), new Append(large));
    }
    erase();
    assertThat(asked(run.outcomes.readRecordsToList())).containsExactly(8, 8, 4);
    assertThat(erasure()).isEqualTo(new Erased(20, 0));
  }

  /** How many aggregates each step asked to end. */
  private List<Integer> asked(List<TestRecord<String, byte[]>> outcomes) {
    List<Integer> asked = new ArrayList<>();
    for (TestRecord<String, byte[]> outcome : outcomes) {
      if (outcome.key().equals(MARKER)) {
        for (ErasureEvent event : erasures.outcome(outcome.value()).events()) {
          switch (event) {
            case PageErased e -> asked.add(e.targets().size());
            case PassEnded e -> asked.add(e.targets().size());
            default -> {}
          }
        }
      }
    }
    return asked;
  }

  @Test
  void an_erased_owner_takes_no_command_and_gets_no_first_answer() {
    ask(key("ana", 1), new Append("words"));
    erase();
    run.outcomes.readRecordsToList();

    Outcome<Lines, Fact, Rejection> refused = ask(key("ana", 1), new Append("more words"));
    assertThat(refused.verdict()).isEqualTo(Verdict.OWNER_ERASED);
    assertThat(refused.state().lines()).isEmpty();
    assertThat(ask(key("ana", 2), new Append("a")).verdict()).isEqualTo(Verdict.OWNER_ERASED);
    assertThat(ask(key("bo", 1), new Append("a")).verdict()).isEqualTo(Verdict.ACCEPTED);
    assertThat(run.stored(DeciderTopology.AGGREGATES)).doesNotContainKey(key("ana", 2));

    erase();
    assertThat(run.outcomes.readRecordsToList())
        .as("asked twice it is so already")
        .singleElement()
        .satisfies(again ->
            assertThat(erasures.outcome(again.value()).verdict()).isEqualTo(Verdict.ACCEPTED));
  }

  @Test
  void a_command_that_cannot_be_read_is_put_aside_but_not_for_an_erased_owner() {
    String type = Notebook.AGGREGATE_TYPE.name();
    send(key("ana", 1), type, "words of ana".getBytes(StandardCharsets.UTF_8));
    assertThat(run.deadLetters.readRecordsToList()).hasSize(1);
    erase();
    send(key("ana", 1), type, "words of ana".getBytes(StandardCharsets.UTF_8));
    assertThat(run.deadLetters.isEmpty()).isTrue();
  }

  @Test
  void evidence_stays_and_takes_no_command() {
    String evidence = Partitioning.key("ana", "evidence");
    send(evidence, "evidence", notebooks.encode(new Append("what was seen")));
    write("ana", 1);
    erase();
    run.outcomes.readRecordsToList();

    assertThat(notebook(evidence).lines()).containsExactly("what was seen");
    assertThat(erasure()).isEqualTo(new Erased(1, 0));
    send(evidence, "evidence", notebooks.encode(new Append("more")));
    assertThat(notebooks.outcome(run.outcomes.readRecord().value()).verdict())
        .isEqualTo(Verdict.OWNER_ERASED);
  }

  @Test
  void aggregates_that_cannot_be_read_or_folded_end_and_hold_nothing_up() {
    write("ana", 3);
    ask(key("ana", 1), new Corrupt());
    run.driver
        .<String, byte[]>getKeyValueStore(DeciderTopology.AGGREGATES)
        .put(key("ana", 2), new byte[] {'?'});
    states();
    erase();

    assertThat(erasure()).isEqualTo(new Erased(3, 0));
    assertThat(linesOf("ana", 3)).isEmpty();
    assertThat(states())
        .containsOnlyKeys(key("ana", 0), key("ana", 1), key("ana", 2))
        .allSatisfy((key, value) -> assertThat(value).as(key).isNull());
    assertThat(run.outcomes.readRecordsToList())
        .filteredOn(outcome -> outcome.key().equals(key("ana", 2)))
        .singleElement()
        .satisfies(outcome ->
            assertThat(SealedJson.textOf(outcome.value(), "verdict")).isEqualTo("FORGOTTEN"));
  }

  @Test
  void of_one_that_cannot_be_read_nothing_stays_due_and_its_facts_are_counted_on() {
    ask(key("ana", 1), new CloseAt(NOON.plusSeconds(500)));
    ask(key("bo", 1), new CloseAt(NOON.plusSeconds(500)));
    run.driver
        .<String, byte[]>getKeyValueStore(DeciderTopology.AGGREGATES)
        .put(key("ana", 1), "{\"sequence\":7}".getBytes(StandardCharsets.UTF_8));
    run.states.readRecordsToList();
    erase();

    assertThat(run.stored(DeciderTopology.DUES).keySet())
        .singleElement()
        .satisfies(due -> assertThat(due).endsWith(key("bo", 1)));
    assertThat(run.states.readRecordsToList())
        .singleElement()
        .satisfies(end ->
            assertThat(RecordHeader.text(end.headers(), RecordHeader.CE_SEQUENCE)).isEqualTo("7"));
  }

  @Test
  void what_falls_due_for_an_erased_owner_does_not_happen() {
    ask(key("ana", 1), new CloseAt(NOON.plusSeconds(5)));
    erase();
    run.outcomes.readRecordsToList();
    pass(Duration.ofSeconds(10));
    assertThat(run.outcomes.isEmpty()).isTrue();
  }

  @Test
  void an_erasure_that_was_killed_goes_on_when_its_commands_come_again() {
    List<TestRecord<String, byte[]>> log = killedInTheSecondStep();
    log.forEach(run.commands::pipeInput);

    assertThat(erasure()).isInstanceOfSatisfying(Erased.class, e -> assertThat(e.left()).isZero());
    assertThat(linesOf("ana", NOTEBOOKS)).isEmpty();
  }

  @Test
  void an_erasure_that_was_killed_goes_on_by_itself_when_its_commands_are_lost() {
    killedInTheSecondStep();
    assertThat(ask(key("ana", NOTEBOOKS), new Append("published meanwhile")).verdict())
        .isEqualTo(Verdict.OWNER_ERASED);
    assertThat(erasure()).isInstanceOf(Erasing.class);
    pass(Duration.ofMinutes(2));

    assertThat(erasure()).isInstanceOfSatisfying(Erased.class, e -> assertThat(e.left()).isZero());
    assertThat(linesOf("ana", NOTEBOOKS + 1)).isEmpty();
  }

  /**
   * Ends the process while it decides a command of the second step, and starts another one on its
   * stores. Kafka would take back what was half done; here it stays, which is worse.
   *
   * @return the commands that the first process had sent to itself
   */
  private List<TestRecord<String, byte[]>> killedInTheSecondStep() {
    write("ana", NOTEBOOKS);
    decisionsLeft.set(OwnedAggregates.AGGREGATES_PER_STEP_MAX + 50);
    assertThat(catchThrowable(this::erase)).hasRootCauseMessage("killed");
    assertThat(linesOf("ana", NOTEBOOKS)).hasSizeBetween(100, NOTEBOOKS - 100);

    DeciderRun killed = run;
    final Map<String, byte[]> aggregates = killed.stored(DeciderTopology.AGGREGATES);
    final Map<String, byte[]> dues = killed.stored(DeciderTopology.DUES);
    final List<TestRecord<String, byte[]>> log = killed.ownCommands.readRecordsToList();
    killed.driver.close();
    run = run("second");
    var store = run.driver.<String, byte[]>getKeyValueStore(DeciderTopology.AGGREGATES);
    aggregates.forEach(store::put);
    var timers = run.driver.<String, byte[]>getKeyValueStore(DeciderTopology.DUES);
    dues.forEach(timers::put);
    // A store that is restored is looked at when the task begins; this one is filled after that.
    ask(key("bo", 0), new CloseAt(now.plusSeconds(1)));
    return log;
  }

  private void pass(Duration time) {
    run.driver.advanceWallClockTime(time);
    now = now.plus(time);
  }
}
