package isegoria.eventsourcing.decide;

import isegoria.events.Partitioning;
import isegoria.eventsourcing.wire.ReceivedCommand;
import java.time.Duration;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.jspecify.annotations.Nullable;

/**
 * The first outcome of every repeatable command, for as long as a repeat must get it.
 *
 * <p>It is kept by owner, so a repeat is known even when it names another aggregate. A minted id
 * comes once: the producer sends it once, and its record is taken in one transaction.
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

  byte @Nullable [] of(String key, ReceivedCommand<?> command) {
    if (!command.repeatable()) {
      return null;
    }
    long now = context.currentSystemTimeMs();
    try (WindowStoreIterator<byte[]> first =
        store.fetch(
            entry(key, command.commandId()), now - window.toMillis(), now + window.toMillis())) {
      return first.hasNext() ? first.next().value : null;
    }
  }

  void keep(String key, ReceivedCommand<?> command, byte[] outcome) {
    if (command.repeatable()) {
      store.put(entry(key, command.commandId()), outcome, context.currentSystemTimeMs());
    }
  }

  private static String entry(String key, String commandId) {
    return Partitioning.ownerOf(key) + " " + commandId;
  }
}
