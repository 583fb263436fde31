package isegoria.eventsourcing.apply;

import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** How one record changes a view's rows; complete when they are durable. A null value erases. */
@FunctionalInterface
public interface RowWriter {
  CompletionStage<?> write(ConsumerRecord<String, byte[]> change);
}
