package isegoria.eventsourcing.apply;

import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * How one record changes a view's rows; complete when they are durable. A null value erases.
 *
 * <p>It throws for a record that it cannot decode, and for nothing else: whatever a database or a
 * decider does fails the stage, and the record is written again.
 */
@FunctionalInterface
public interface RowWriter {
  CompletionStage<?> write(ConsumerRecord<String, byte[]> change);
}
