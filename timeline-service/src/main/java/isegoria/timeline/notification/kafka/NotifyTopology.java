package isegoria.timeline.notification.kafka;

import isegoria.events.Partitioning;
import isegoria.events.Topics;
import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.fold.FoldApp;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.timeline.notification.write.InboxCommand;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.Stores;

/** What posts and accounts do, made into commands for the inboxes of those whom it concerns. */
public final class NotifyTopology {

  /** A change of it tells everybody of everything again. */
  public static final String APPLICATION = "timeline-notify";

  static final String NAMED = "named-accounts";

  /** An account waits for its notifications as long at least, and an idle hour commits nothing. */
  private static final int COMMIT_MILLIS = 100;

  private static final StreamPartitioner<String, byte[]> BY_RECIPIENT =
      (topic, key, value, partitions) -> Optional.of(Set.of(Partitioning.ofKey(key, partitions)));

  private NotifyTopology() {}

  /** The topology; {@code inbox} says how its commands are written. */
  public static Topology build(AggregateType<InboxCommand, ?, ?, ?> inbox) {
    Topology topology = new Topology();
    return topology
        .addSource(
            "events",
            new StringDeserializer(),
            new ByteArrayDeserializer(),
            Topics.POST_EVENTS.name(),
            Topics.POST_PRIVATE_EVENTS.name(),
            Topics.ACCOUNT_EVENTS.name(),
            Topics.ACCOUNT_PRIVATE_EVENTS.name())
        .addProcessor("notify", () -> new NotifyProcessor(inbox), "events")
        .addStateStore(
            Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(NAMED), Serdes.String(), Serdes.String())
                .withLoggingEnabled(Map.of()),
            "notify")
        .addSink(
            "commands",
            Topics.TIMELINE_COMMANDS.name(),
            new StringSerializer(),
            new ByteArraySerializer(),
            BY_RECIPIENT,
            "notify");
  }

  /** The application, exactly once: an event is told once, whatever stops meanwhile. */
  public static FoldApp app(KafkaSettings kafka, AggregateType<InboxCommand, ?, ?, ?> inbox) {
    return new FoldApp(
        kafka,
        "notify",
        APPLICATION,
        config -> {
          config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_MILLIS);
          return new KafkaStreams(build(inbox), config);
        });
  }
}
