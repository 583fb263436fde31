package isegoria.post.kafka;

import isegoria.events.Partitioning;
import isegoria.events.Topics;
import isegoria.eventsourcing.kafka.WithoutHeaders;
import isegoria.post.read.counts.Counts;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Facts → changes → one count per post → records. The store's cache is flushed once a second, so a
 * post that a million people like makes one record a second.
 */
public final class CountsTopology {

  /** The fold's application: a name of groups and internal topics, so it never changes. */
  public static final String APPLICATION = "post-counts";

  private static final StreamPartitioner<String, Object> BY_OWNER =
      (topic, key, value, partitions) -> Optional.of(Set.of(Partitioning.ofKey(key, partitions)));

  private CountsTopology() {}

  public static Topology build(Properties config, int partitions) {
    var builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(config)));
    var codec = new CountsCodec();
    Serde<String> keys = Serdes.String();
    Serde<Counts> counts = CountsSerde.create();
    var facts = Consumed.with(keys, Serdes.ByteArray());
    KStream<String, Counts> open =
        builder.stream(Topics.POST_EVENTS.name(), facts.withName("open-facts"))
            .flatMap((key, fact) -> codec.openChanges(fact), Named.as("open-changes"));
    KStream<String, Counts> restricted =
        builder.stream(Topics.POST_PRIVATE_EVENTS.name(), facts.withName("private-facts"))
            .flatMap((key, fact) -> codec.restrictedChanges(fact), Named.as("private-changes"));
    open.merge(restricted, Named.as("all-changes"))
        .repartition(
            Repartitioned.<String, Counts>as("changes-by-subject")
                .withKeySerde(keys)
                .withValueSerde(counts)
                .withNumberOfPartitions(partitions)
                .withStreamPartitioner((t, k, v, n) -> BY_OWNER.partitions(t, k, v, n)))
        .groupByKey(Grouped.with("by-subject", keys, counts))
        .aggregate(
            () -> Counts.NONE,
            (key, change, total) -> total.plus(change),
            Named.as("add-up"),
            Materialized.<String, Counts, KeyValueStore<Bytes, byte[]>>as("counts")
                .withKeySerde(keys)
                .withValueSerde(counts)
                .withCachingEnabled())
        .toStream(Named.as("counted"))
        .mapValues(codec::encode, Named.as("as-records"))
        .processValues(WithoutHeaders::new, Named.as("without-headers"))
        .to(
            Topics.POST_COUNTS.name(),
            Produced.with(keys, Serdes.ByteArray())
                .withName("post-counts")
                .withStreamPartitioner((t, k, v, n) -> BY_OWNER.partitions(t, k, v, n)));
    return builder.build(config);
  }
}
