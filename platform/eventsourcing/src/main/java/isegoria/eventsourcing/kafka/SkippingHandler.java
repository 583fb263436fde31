package isegoria.eventsourcing.kafka;

import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Has a fold go on past a record that its codec or rule throws for, counted in {@link BadRecords}.
 * What Kafka itself throws is no record's fault and ends the thread, which is then replaced.
 */
public final class SkippingHandler implements ProcessingExceptionHandler {

  /** The configuration's key under which the {@link BadRecords} to count in are passed on. */
  public static final String BAD_RECORDS = "isegoria.bad.records";

  private BadRecords records = new BadRecords("fold", OnUndecodable.SKIP);

  @Override
  public void configure(Map<String, ?> config) {
    records = (BadRecords) Objects.requireNonNull(config.get(BAD_RECORDS), BAD_RECORDS);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
    if (exception instanceof KafkaException || !(exception instanceof RuntimeException failure)) {
      return Response.fail();
    }
    boolean _ =
        records.passesOver(
            new ConsumerRecord<>(
                Objects.requireNonNullElse(context.topic(), "unknown"),
                context.partition(),
                context.offset(),
                String.valueOf(record.key()),
                record.value()),
            failure);
    return Response.resume();
  }
}
