package isegoria.eventsourcing.kafka;

import java.util.Objects;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/**
 * Takes away the headers that Streams hands on from whatever record came last.
 *
 * <p>What is folded of many facts comes from none of them: their positions would mislead whoever
 * waits for one, and their subjects tell of whom a count is made.
 */
public final class WithoutHeaders<K, V> implements FixedKeyProcessor<K, V, V> {

  private @Nullable FixedKeyProcessorContext<K, V> context;

  @Override
  public void init(FixedKeyProcessorContext<K, V> processorContext) {
    this.context = processorContext;
  }

  @Override
  public void process(FixedKeyRecord<K, V> folded) {
    Objects.requireNonNull(context).forward(folded.withHeaders(new RecordHeaders()));
  }
}
