package isegoria.eventsourcing.decide;

import isegoria.events.Partitioning;
import isegoria.eventsourcing.Decision;
import isegoria.eventsourcing.OnErasure;
import isegoria.eventsourcing.erasure.Erasure.Erasing;
import isegoria.eventsourcing.erasure.ErasureCommand.Continue;
import isegoria.eventsourcing.erasure.ErasureDecider;
import isegoria.eventsourcing.erasure.StorePage;
import isegoria.eventsourcing.erasure.StorePage.Target;
import isegoria.eventsourcing.wire.AggregateCodec;
import isegoria.eventsourcing.wire.ReceivedCommand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The aggregates of one owner in a task's store: whether the owner is erased, and what an erasure
 * has still to do.
 */
final class OwnedAggregates {

  /**
   * Aggregates of one step: a few milliseconds, so that the other owners of the partition do not
   * wait, and a transaction of a few hundred records.
   */
  static final int AGGREGATES_PER_STEP_MAX = 100;

  /**
   * Bytes that a step reads and decodes, its last aggregate aside: tens of milliseconds, where a
   * hundred aggregates of the largest size would be a second.
   */
  static final int BYTES_PER_STEP_MAX = 2 * 1024 * 1024;

  private final KeyValueStore<String, byte[]> aggregates;
  private final Map<String, AggregateCodec<?, ?, ?, ?>> aggregateTypes;

  OwnedAggregates(
      KeyValueStore<String, byte[]> aggregates,
      Map<String, AggregateCodec<?, ?, ?, ?>> aggregateTypes) {
    this.aggregates = aggregates;
    this.aggregateTypes = aggregateTypes;
  }

  /** Whether the owner of that key is erased, or is about to be. */
  boolean isErased(String key) {
    return aggregates.get(marker(Partitioning.ownerOf(key))) != null;
  }

  private static String marker(String owner) {
    return Partitioning.key(owner, ErasureDecider.AGGREGATE_TYPE);
  }

  /** The command with the page of the store that it is about, if it is about one. */
  ReceivedCommand<?> completed(
      AggregateCodec<?, ?, ?, ?> codec, String key, ReceivedCommand<?> received, Instant now) {
    if (received.command() instanceof Continue to
        && codec.load(aggregates.get(key)).state() instanceof Erasing of
        && of.step() == to.step()) {
      return received.with(new Continue(to.step(), page(key, of.after(), now)));
    }
    return received;
  }

  private StorePage page(String marker, String after, Instant now) {
    String owner = Partitioning.ownerOf(marker);
    // The keys of an owner begin with the owner and a slash; the sign behind the slash is the zero.
    String from = after.isEmpty() ? owner + "/" : after + "\0";
    List<Target> left = new ArrayList<>();
    int looked = 0;
    long bytes = 0;
    String last = null;
    try (KeyValueIterator<String, byte[]> owned = aggregates.range(from, owner + "0")) {
      while (owned.hasNext() && looked < AGGREGATES_PER_STEP_MAX && bytes < BYTES_PER_STEP_MAX) {
        KeyValue<String, byte[]> each = owned.next();
        String type = AggregateReplay.typeOf(each.key);
        AggregateCodec<?, ?, ?, ?> codec = aggregateTypes.get(type);
        if (codec != null && isLeft(codec, each.value)) {
          left.add(new Target(type, each.key));
        }
        last = each.key;
        looked++;
        bytes += each.value.length;
      }
      return new StorePage(left, owned.hasNext() ? last : null, now);
    }
  }

  private static <C, S, E, R> boolean isLeft(AggregateCodec<C, S, E, R> codec, byte[] stored) {
    if (!(codec.aggregateType().onErasure() instanceof OnErasure.Erase<C, S, E>(C command, _))) {
      return false;
    }
    try {
      S state = codec.load(stored).state();
      return codec.aggregateType().decider().decide(state, command)
              instanceof Decision.Accepted<E, R>(List<E> events)
          && !events.isEmpty();
    } catch (RuntimeException unreadable) {
      return true;
    }
  }
}
