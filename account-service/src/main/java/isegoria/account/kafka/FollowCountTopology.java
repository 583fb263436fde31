package isegoria.account.kafka;

import isegoria.events.Partitioning;
import isegoria.events.Topics;
import isegoria.eventsourcing.kafka.WithoutHeaders;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Follows to counts: each fact goes to both its accounts, and an account's changes are added up.
 * The record cache holds them back until the commit, so at most one count goes out per account and
 * second.
 */
public final class FollowCountTopology {

  private static final Serde<String> KEYS = Serdes.String();
  private static final Serde<byte[]> BYTES = Serdes.ByteArray();
  private static final StreamPartitioner<String, byte[]> BY_OWNER =
      (topic, key, value, partitions) -> Optional.of(Set.of(Partitioning.ofKey(key, partitions)));

  private FollowCountTopology() {}

  public static Topology build(int partitions) {
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream(
            Topics.ACCOUNT_EVENTS.name(), Consumed.with(KEYS, BYTES).withName("account-events"))
        .flatMap((pair, event) -> FollowCountCodec.changes(event), Named.as("key-by-account"))
        .repartition(
            Repartitioned.with(KEYS, BYTES)
                .withName("follow-changes")
                .withNumberOfPartitions(partitions)
                .withStreamPartitioner(BY_OWNER))
        .groupByKey(Grouped.with("follow-changes-by-account", KEYS, BYTES))
        .aggregate(
            FollowCountCodec::nothing,
            FollowCountCodec::add,
            Named.as("add-up"),
            Materialized.<String, byte[], KeyValueStore<Bytes, byte[]>>as("follow-counts")
                .withKeySerde(KEYS)
                .withValueSerde(BYTES))
        .toStream(Named.as("changed-counts"))
        .processValues(WithoutHeaders::new, Named.as("without-headers"))
        .to(
            Topics.ACCOUNT_COUNTS.name(),
            Produced.with(KEYS, BYTES, BY_OWNER).withName("account-counts"));
    return builder.build();
  }
}
