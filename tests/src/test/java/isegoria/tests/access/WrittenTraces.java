package isegoria.tests.access;

import isegoria.events.Topic;
import isegoria.events.Topics;
import isegoria.eventsourcing.wire.RecordHeader;
import isegoria.infra.DevConfig;
import isegoria.tests.client.Call;
import isegoria.tests.platform.Systems;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Which requests wrote an event or a state: each record carries the trace of the request that
 * caused it, so what others write at the same time is told apart.
 */
public final class WrittenTraces implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  /** From now on. */
  public WrittenTraces(DevConfig config) {
    var properties = new HashMap<>(Systems.operator(config));
    properties.put("isolation.level", "read_committed");
    properties.put("enable.auto.commit", false);
    var bytes = new ByteArrayDeserializer();
    consumer = new KafkaConsumer<>(properties, bytes, bytes);
    partitions =
        Topics.all().stream()
            .filter(topic -> topic.access() != Topic.Access.INTERNAL)
            .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
            .map(each -> new TopicPartition(each.topic(), each.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    // A seek is done when the position is asked for.
    partitions.forEach(consumer::position);
  }

  /** A trace of its own. */
  public static String fresh() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  public static Call traced(Call call, String trace) {
    return call.header(RecordHeader.TRACEPARENT, "00-" + trace + "-00000000000000aa-01");
  }

  /** The topics that were written to until now, by the traces of those who wrote. */
  public Map<String, Set<String>> untilNow() {
    var written = new TreeMap<String, Set<String>>();
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (ends.entrySet().stream().anyMatch(end -> isBefore(end.getKey(), end.getValue()))) {
      for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
        String[] trace =
            String.valueOf(RecordHeader.text(each.headers(), RecordHeader.TRACEPARENT)).split("-");
        if (trace.length > 1) {
          written.computeIfAbsent(trace[1], _ -> new TreeSet<>()).add(each.topic());
        }
      }
    }
    return written;
  }

  private boolean isBefore(TopicPartition partition, long end) {
    return consumer.position(partition) < end;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
