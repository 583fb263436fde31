package isegoria.eventsourcing.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isegoria.events.Partitioning;
import isegoria.eventsourcing.apply.Projection;
import isegoria.eventsourcing.decide.Notebook.Ask;
import isegoria.eventsourcing.decide.Notebook.Fact;
import isegoria.eventsourcing.decide.Notebook.Lines;
import isegoria.eventsourcing.decide.Notebook.Rejection;
import isegoria.eventsourcing.record.Outcome;
import isegoria.eventsourcing.record.StoredAggregate;
import isegoria.eventsourcing.wire.AggregateCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Stored aggregates to the outcomes that a projection gets when tables are made again. */
final class AggregateReplayTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.000001Z");
  private static final int AGGREGATES = 200;

  private final AggregateCodec<Ask, Lines, Fact, Rejection> codec =
      new AggregateCodec<>(Notebook.AGGREGATE_TYPE);
  private final List<Outcome<?, ?, ?>> applied = new ArrayList<>();

  @Test
  void every_aggregate_is_applied_once_with_its_state_and_its_time() {
    AggregateReplay rows = rows(Set.of(3), partition -> filled("notebook"), this::apply);
    rows.apply();

    assertThat(applied).hasSize(AGGREGATES);
    assertThat(rows.applied()).isEqualTo(AGGREGATES);
    assertThat(rows.parts()).containsExactly("aggregates/3");
    assertThat(applied).allMatch(outcome -> outcome.recordedAt().equals(NOON));
    assertThat(applied.stream().map(Outcome::state).distinct()).hasSize(AGGREGATES);
  }

  @Test
  void a_partition_that_is_not_here_yet_is_read_later() {
    AtomicInteger looks = new AtomicInteger();
    AggregateReplay rows =
        rows(
            Set.of(0),
            partition -> {
              if (looks.incrementAndGet() == 1) {
                throw new InvalidStateStoreException("restoring");
              }
              return filled("notebook");
            },
            this::apply);
    rows.apply();

    assertThat(looks).hasValue(2);
    assertThat(rows.parts()).containsExactly("aggregates/0");
  }

  @Test
  void a_partition_that_moves_away_is_left_to_others() {
    Set<Integer> decided = new HashSet<>(Set.of(0));
    AggregateReplay rows =
        rows(
            decided,
            partition -> {
              decided.clear();
              throw new InvalidStateStoreException("moved");
            },
            this::apply);
    rows.apply();

    assertThat(rows.parts()).isEmpty();
  }

  @Test
  void rows_that_were_not_taken_are_written_again() {
    AtomicInteger failures = new AtomicInteger();
    AggregateReplay rows =
        rows(
            Set.of(0),
            partition -> filled("notebook"),
            outcome ->
                failures.incrementAndGet() == 10
                    ? CompletableFuture.failedFuture(new IllegalStateException("no node"))
                    : apply(outcome));
    rows.apply();

    assertThat(rows.parts()).containsExactly("aggregates/0");
    assertThat(applied.stream().map(Outcome::key).distinct()).hasSize(AGGREGATES);
  }

  @Test
  void an_aggregate_that_no_family_is_for_ends_it_loudly() {
    AggregateReplay rows = rows(Set.of(0), partition -> filled("diary"), this::apply);

    assertThatThrownBy(rows::apply)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("diary");
  }

  private CompletionStage<?> apply(Outcome<?, ?, ?> outcome) {
    applied.add(outcome);
    return CompletableFuture.completedFuture(null);
  }

  private static AggregateReplay rows(
      Set<Integer> decided,
      IntFunction<ReadOnlyKeyValueStore<String, byte[]>> store,
      Projection projection) {
    return new AggregateReplay(List.of(Notebook.AGGREGATE_TYPE), projection, () -> decided, store);
  }

  private ReadOnlyKeyValueStore<String, byte[]> filled(String aggregateType) {
    SortedMap<String, byte[]> aggregates = new TreeMap<>();
    for (int number = 0; number < AGGREGATES; number++) {
      Lines lines = new Lines(List.of("line " + number), null, false);
      aggregates.put(
          Partitioning.key("owner" + number, aggregateType),
          codec.store(new StoredAggregate<>(lines, 1, NOON, "", null, null)));
    }
    return new Shelf(aggregates);
  }

  /** A store that is only read. */
  private record Shelf(SortedMap<String, byte[]> aggregates)
      implements ReadOnlyKeyValueStore<String, byte[]> {

    @Override
    public byte @Nullable [] get(String key) {
      return aggregates.get(key);
    }

    @Override
    public KeyValueIterator<String, byte[]> range(String from, String to) {
      return new Read(aggregates.subMap(from, to).entrySet().iterator());
    }

    @Override
    public KeyValueIterator<String, byte[]> all() {
      return new Read(aggregates.entrySet().iterator());
    }

    @Override
    public long approximateNumEntries() {
      return aggregates.size();
    }
  }

  private record Read(Iterator<Map.Entry<String, byte[]>> entries)
      implements KeyValueIterator<String, byte[]> {

    @Override
    public boolean hasNext() {
      return entries.hasNext();
    }

    @Override
    public KeyValue<String, byte[]> next() {
      Map.Entry<String, byte[]> next = entries.next();
      return KeyValue.pair(next.getKey(), next.getValue());
    }

    @Override
    public String peekNextKey() {
      throw new UnsupportedOperationException("nobody peeks");
    }

    @Override
    public void close() {}
  }
}
