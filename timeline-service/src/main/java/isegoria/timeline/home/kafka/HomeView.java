package isegoria.timeline.home.kafka;

import isegoria.eventsourcing.apply.RowWriter;
import isegoria.eventsourcing.wire.RecordHeader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Snapshots of homes into their table, one row per reader, written whole. */
public final class HomeView implements RowWriter {

  /** Where snapshots are kept. */
  @FunctionalInterface
  public interface Rows {

    /** Null drops the reader's snapshot. */
    CompletionStage<?> put(long readerId, byte @Nullable [] snapshot, long writtenAt);
  }

  private final Rows rows;

  public HomeView(Rows rows) {
    this.rows = rows;
  }

  @Override
  public CompletionStage<?> write(ConsumerRecord<String, byte[]> change) {
    return HomeKey.isSnapshot(change.key())
        ? rows.put(
            HomeKey.readerOf(change.key()), change.value(), RecordHeader.recordedMicros(change))
        : CompletableFuture.completedStage(null);
  }
}
