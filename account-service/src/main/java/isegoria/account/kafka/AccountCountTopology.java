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
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Follows and posts to one count per account: a follow goes to both its accounts, a post to its
 * author, and an account's changes are added up. The record cache holds them back until the commit,
 * so at most one count goes out per account and second.
 */
public final class AccountCountTopology {

  /** The fold's application: a name of groups and internal topics, so it never changes. */
  public static final String APPLICATION = "account-counts";

  private static final Serde<String> KEYS = Serdes.String();
  private static final Serde<byte[]> BYTES = Serdes.ByteArray();
  private static final StreamPartitioner<String, byte[]> BY_OWNER =
      (topic, key, value, partitions) -> Optional.of(Set.of(Partitioning.ofKey(key, partitions)));

  private AccountCountTopology() {}

  public static Topology build(int partitions) {
    StreamsBuilder builder = new StreamsBuilder();
    KStream<String, byte[]> follows =
        builder.stream(
                Topics.ACCOUNT_EVENTS.name(), Consumed.with(KEYS, BYTES).withName("account-events"))
            .flatMap((pair, event) -> AccountCountCodec.follows(event), Named.as("follow-changes"));
    KStream<String, byte[]> posts =
        builder.stream(
                Topics.POST_EVENTS.name(), Consumed.with(KEYS, BYTES).withName("post-events"))
            .flatMap((key, event) -> AccountCountCodec.posts(event), Named.as("post-changes"));
    follows
        .merge(posts, Named.as("all-changes"))
        .repartition(
            Repartitioned.with(KEYS, BYTES)
                .withName("changes-by-account")
                .withNumberOfPartitions(partitions)
                .withStreamPartitioner(BY_OWNER))
        .groupByKey(Grouped.with("by-account", KEYS, BYTES))
        .aggregate(
            AccountCountCodec::nothing,
            AccountCountCodec::add,
            Named.as("add-up"),
            Materialized.<String, byte[], KeyValueStore<Bytes, byte[]>>as("counts")
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
