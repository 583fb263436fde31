package isegoria.benchmarks.ladder;

import isegoria.benchmarks.People;
import isegoria.benchmarks.SamplePost;
import isegoria.events.AvroCodec;
import isegoria.events.Partitioning;
import isegoria.events.Topics;
import isegoria.events.post.PostEvent;
import isegoria.eventsourcing.kafka.KafkaSettings;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Posts as post-service publishes them. As a rung of its own it only writes what feeds begin with:
 * its cost is taken off that of the rungs that read it.
 */
final class PostEvents implements Rung {
  static final String NAME = "post events alone";

  private final KafkaProducer<String, byte[]> producer;
  private final AvroCodec<PostEvent> codec = AvroCodec.of(Topics.POST_EVENTS, PostEvent.class);
  private final int partitions;
  private final AtomicLong lastId = new AtomicLong();
  private long position;

  PostEvents(KafkaSettings kafka) {
    this.producer =
        new KafkaProducer<>(kafka.producer(), new StringSerializer(), new ByteArraySerializer());
    this.partitions = Topics.POST_EVENTS.partitions(kafka.partitions());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean hasPages() {
    return false;
  }

  @Override
  public void open() {
    // The topic stands.
  }

  @Override
  public CompletionStage<?> post(long id, int author) {
    lastId.accumulateAndGet(id, Math::max);
    String by = Long.toString(People.id(author));
    String key = Partitioning.key(by, "post/" + id);
    var record =
        new ProducerRecord<>(
            Topics.POST_EVENTS.name(),
            Partitioning.ofKey(key, partitions),
            key,
            codec.encode(SamplePost.published(Long.toString(id), by, key)));
    var sent = new CompletableFuture<Void>();
    send(record, sent);
    return sent;
  }

  /** Positions rise in each partition, as a decider's do. */
  @SuppressWarnings("NullAway") // A stage of nothing is completed with null.
  private synchronized void send(
      ProducerRecord<String, byte[]> record, CompletableFuture<Void> sent) {
    record.headers().add("position", decimal(++position));
    var _ =
        producer.send(
            record,
            (_, failure) -> {
              if (failure == null) {
                sent.complete(null);
              } else {
                sent.completeExceptionally(failure);
              }
            });
  }

  private static byte[] decimal(long number) {
    return Long.toString(number).getBytes(StandardCharsets.US_ASCII);
  }

  /** The newest post of all rungs that begin with these events; 0 before there is one. */
  long lastId() {
    return lastId.get();
  }

  @Override
  public long[] page(int reader, long olderThan) {
    return new long[0];
  }

  @Override
  public int pushed(int author) {
    return 0;
  }

  /** Ends the last round for good. */
  void end() {
    producer.close();
  }

  @Override
  public void close() {
    producer.flush();
  }
}
