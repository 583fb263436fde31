package isegoria.eventsourcing.decide;

import isegoria.events.Partitioning;
import java.time.Duration;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.jspecify.annotations.Nullable;

/**
 * The first outcome of every command id, for as long as a repeat must get it.
 *
 * <p>It is kept by owner, so a repeat is known even when it names another aggregate.
 */
final class FirstOutcomes {

  private final ProcessorContext<String, byte[]> context;
  private final Duration window;
  private final WindowStore<String, byte[]> store;

  FirstOutcomes(ProcessorContext<String, byte[]> context, Duration window) {
    this.context = context;
    this.window = window;
    this.store = context.getStateStore(DeciderTopology.FIRST_OUTCOMES);
  }

  byte @Nullable [] of(String key, String commandId) {
    long now = context.currentSystemTimeMs();
    try (WindowStoreIterator<byte[]> first =
        store.fetch(entry(key, commandId), now - window.toMillis(), now + window.toMillis())) {
      return first.hasNext() ? first.next().value : null;
    }
  }

  void keep(String key, String commandId, byte[] outcome) {
    store.put(entry(key, commandId), outcome, context.currentSystemTimeMs());
  }

  private static String entry(String key, String commandId) {
    return Partitioning.ownerOf(key) + " " + commandId;
  }
}
