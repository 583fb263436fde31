package isegoria.eventsourcing.fold;

import isegoria.events.Partitioning;
import isegoria.events.Topic;
import isegoria.eventsourcing.kafka.WithoutHeaders;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Aggregator;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Initializer;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Facts to counts: each fact becomes changes of what it counts for, and the changes of one key are
 * added up where the key's owner is kept. The record cache holds results back until the commit, so
 * at most one count goes out per key and second.
 *
 * @param application the Streams application: a name of groups and internal topics
 * @param subject what is counted for; a name of an internal topic
 * @param none what a count begins with
 * @param add a change to the count so far
 * @param encoder of a count to its record
 * @param counts the topic of the counts
 */
public record CountFold<V>(
    String application,
    String subject,
    List<Source<V>> sources,
    Serde<V> serde,
    Initializer<V> none,
    Aggregator<String, V, V> add,
    Encoder<V> encoder,
    Topic counts) {

  private static final Serde<String> KEYS = Serdes.String();
  private static final Serde<byte[]> BYTES = Serdes.ByteArray();

  /** Facts and the changes that each of them makes, by the key that it counts for. */
  public record Source<V>(Topic topic, Function<byte[], List<KeyValue<String, V>>> changes) {}

  /** The record of a count; null ends it. */
  @FunctionalInterface
  public interface Encoder<V> {
    byte @Nullable [] encode(String key, V total);
  }

  public CountFold {
    sources = List.copyOf(sources);
  }

  /** The topology of the application. */
  public Topology topology(Properties config, int partitions) {
    var builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(config)));
    changes(builder)
        .repartition(
            Repartitioned.with(KEYS, serde)
                .withName("changes-by-" + subject)
                .withNumberOfPartitions(partitions)
                .withStreamPartitioner(byOwner()))
        .groupByKey(Grouped.with("by-" + subject, KEYS, serde))
        .aggregate(
            none,
            add,
            Named.as("add-up"),
            Materialized.<String, V, KeyValueStore<Bytes, byte[]>>as("counts")
                .withKeySerde(KEYS)
                .withValueSerde(serde)
                .withCachingEnabled())
        .toStream(Named.as("counted"))
        .mapValues(encoder::encode, Named.as("as-records"))
        .processValues(WithoutHeaders::new, Named.as("without-headers"))
        .to(counts.name(), Produced.with(KEYS, BYTES, byOwner()).withName("counts-out"));
    return builder.build(config);
  }

  private KStream<String, V> changes(StreamsBuilder builder) {
    return sources.stream()
        .map(source ->
            builder.stream(
                    source.topic().name(),
                    Consumed.with(KEYS, BYTES).withName("facts-of-" + source.topic().name()))
                .flatMap(
                    (key, fact) -> source.changes().apply(fact),
                    Named.as("changes-of-" + source.topic().name())))
        .reduce((one, other) -> one.merge(other, Named.as("all-changes")))
        .orElseThrow();
  }

  private static <T> StreamPartitioner<String, T> byOwner() {
    return (topic, key, value, partitions) ->
        Optional.of(Set.of(Partitioning.ofKey(key, partitions)));
  }
}
