package isegoria.eventsourcing.decide;

import isegoria.events.Partitioning;
import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.apply.Projection;
import isegoria.eventsourcing.record.Outcome;
import isegoria.eventsourcing.wire.AggregateCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rebuilds a deciding service's own rows from the aggregates that this instance decides.
 *
 * <p>It exists because projections are driven by outcomes, which are gone after a day. Each stored
 * aggregate goes through the same projection as an outcome that has its state, its time, and the
 * facts that alone lead to it; rows that are newer than it stay as they are. A state that is read
 * while its transaction is open is decided again if that is given up, from the same command.
 */
final class AggregateReplay {

  private static final Logger LOG = LoggerFactory.getLogger(AggregateReplay.class);

  /** Aggregates whose rows are under way at once: at 1 MB each they fit into any service's heap. */
  private static final int AGGREGATES_AT_ONCE_MAX = 64;

  /** How long a partition that cannot be read, or rows that are not taken, are left in peace. */
  private static final Duration BACK_OFF = Duration.ofMillis(500);

  private final Map<String, AggregateCodec<?, ?, ?, ?>> aggregateTypes = new HashMap<>();
  private final Projection projection;
  private final Supplier<Set<Integer>> decided;
  private final IntFunction<ReadOnlyKeyValueStore<String, byte[]>> aggregates;
  private final AtomicLong applied = new AtomicLong();
  private final Set<Integer> done = ConcurrentHashMap.newKeySet();
  private volatile boolean running = true;

  /**
   * Reads nothing yet.
   *
   * @param decided the partitions whose commands this instance decides now
   * @param aggregates the store of one of them; throws when it is not here, or not yet
   */
  AggregateReplay(
      List<AggregateType<?, ?, ?, ?>> aggregateTypes,
      Projection projection,
      Supplier<Set<Integer>> decided,
      IntFunction<ReadOnlyKeyValueStore<String, byte[]>> aggregates) {
    for (AggregateType<?, ?, ?, ?> aggregateType : aggregateTypes) {
      this.aggregateTypes.put(aggregateType.name(), new AggregateCodec<>(aggregateType));
    }
    this.projection = projection;
    this.decided = decided;
    this.aggregates = aggregates;
  }

  /** Applies every aggregate of every partition that is decided here until none is left. */
  void apply() {
    applied.set(0);
    done.clear();
    while (running) {
      Set<Integer> left = new HashSet<>(decided.get());
      left.removeAll(done);
      if (left.isEmpty()) {
        return;
      }
      for (int partition : left) {
        apply(partition);
      }
    }
  }

  /** Aggregates applied since the last beginning. */
  long applied() {
    return applied.get();
  }

  /** Partitions all of whose aggregates were applied. */
  Set<String> parts() {
    return done.stream().map(AggregateReplay::part).collect(Collectors.toSet());
  }

  /** What a partition's aggregates are called in a rebuild. */
  static String part(int partition) {
    return DeciderTopology.AGGREGATES + "/" + partition;
  }

  void stop() {
    running = false;
  }

  private void apply(int partition) {
    try (KeyValueIterator<String, byte[]> all = aggregates.apply(partition).all()) {
      List<CompletableFuture<?>> writes = new ArrayList<>();
      while (running && all.hasNext()) {
        KeyValue<String, byte[]> aggregate = all.next();
        Outcome<?, ?, ?> outcome = codec(aggregate.key).outcomeOf(aggregate.key, aggregate.value);
        writes.add(projection.apply(outcome).toCompletableFuture());
        if (writes.size() == AGGREGATES_AT_ONCE_MAX) {
          awaitWrites(writes);
        }
      }
      awaitWrites(writes);
      if (running) {
        done.add(partition);
      }
    } catch (InvalidStateStoreException | CompletionException later) {
      // Partitions move, databases restart: what is still decided here is read from its beginning.
      LOG.warn(
          "aggregates of partition {} not applied, reading them again: {}",
          partition,
          later.toString());
      LockSupport.parkNanos(BACK_OFF.toNanos());
    }
  }

  private void awaitWrites(List<CompletableFuture<?>> writes) {
    CompletableFuture.allOf(writes.toArray(CompletableFuture[]::new)).join();
    applied.addAndGet(writes.size());
    writes.clear();
  }

  /** An aggregate's key names its type after its owner: {@code owner/type} and what follows. */
  static String typeOf(String key) {
    String rest = key.substring(Math.min(key.length(), Partitioning.ownerOf(key).length() + 1));
    int slash = rest.indexOf('/');
    return slash < 0 ? rest : rest.substring(0, slash);
  }

  private AggregateCodec<?, ?, ?, ?> codec(String key) {
    AggregateCodec<?, ?, ?, ?> codec = aggregateTypes.get(typeOf(key));
    if (codec == null) {
      throw new IllegalStateException(
          "aggregate type: " + typeOf(key) + " (expected: one of " + aggregateTypes.keySet() + ")");
    }
    return codec;
  }
}
