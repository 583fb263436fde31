package isegoria.timeline.feed.kafka;

import isegoria.eventsourcing.read.Position;
import isegoria.eventsourcing.wire.RecordHeader;
import isegoria.timeline.feed.read.FeedFact;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Cuts each event of a post down to what feeds need.
 *
 * <p>An event that changes no feed leaves nothing: its schema says that no reader waits for it.
 */
public final class SlimProcessor implements Processor<String, byte[], @Nullable String, byte[]> {

  /** Header of a slim record: the position of the event it was made from. */
  static final String SOURCE = "source";

  private final PostEventCodec codec = new PostEventCodec();
  private @Nullable ProcessorContext<@Nullable String, byte[]> context;

  @Override
  public void init(ProcessorContext<@Nullable String, byte[]> processorContext) {
    this.context = processorContext;
  }

  @Override
  public void process(Record<String, byte[]> event) {
    ProcessorContext<@Nullable String, byte[]> to = context;
    if (to == null || event.value() == null) {
      return;
    }
    RecordMetadata source = to.recordMetadata().orElseThrow();
    FeedFact fact = codec.decode(source.topic(), event.value());
    if (fact == null) {
      return;
    }
    var headers = new RecordHeaders();
    long position = RecordHeader.position(event.headers());
    if (position >= 0) {
      var read = new Position(source.topic(), source.partition(), position);
      headers.add(SOURCE, RecordHeader.bytes(read.toString()));
    }
    to.forward(new Record<>(null, FeedFactCodec.encode(fact), event.timestamp(), headers));
  }
}
