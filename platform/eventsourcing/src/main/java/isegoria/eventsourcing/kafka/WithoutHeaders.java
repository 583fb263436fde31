package isegoria.eventsourcing.kafka;

import java.util.Objects;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/**
 * Removes the headers that Streams copies from the record that came last.
 *
 * <p>A value that is folded from many facts belongs to none of them: a position would mislead a
 * reader who waits for it, and a subject would disclose whose act was counted.
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
