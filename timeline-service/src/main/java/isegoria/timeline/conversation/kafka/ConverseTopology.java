package isegoria.timeline.conversation.kafka;

import isegoria.events.Partitioning;
import isegoria.events.Topics;
import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.fold.FoldApp;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.timeline.conversation.write.ConversationCommand;
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

/** Direct posts, made into commands for the conversations of those whom they concern. */
public final class ConverseTopology {

  /** A change of it adds every direct post again; what was removed stays so. */
  public static final String APPLICATION = "timeline-converse";

  static final String DIRECT_POSTS = "direct-posts";

  /** An account waits for its conversation as long at least, and an idle hour commits nothing. */
  private static final int COMMIT_MILLIS = 100;

  private static final StreamPartitioner<String, byte[]> BY_OWNER =
      (topic, key, value, partitions) -> Optional.of(Set.of(Partitioning.ofKey(key, partitions)));

  private ConverseTopology() {}

  /** The topology; {@code conversation} says how its commands are written. */
  public static Topology build(AggregateType<ConversationCommand, ?, ?, ?> conversation) {
    return new Topology()
        .addSource(
            "events",
            new StringDeserializer(),
            new ByteArrayDeserializer(),
            Topics.POST_PRIVATE_EVENTS.name())
        .addProcessor("converse", () -> new ConverseProcessor(conversation), "events")
        .addStateStore(
            Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(DIRECT_POSTS), Serdes.String(), Serdes.String())
                .withLoggingEnabled(Map.of()),
            "converse")
        .addSink(
            "commands",
            Topics.TIMELINE_COMMANDS.name(),
            new StringSerializer(),
            new ByteArraySerializer(),
            BY_OWNER,
            "converse");
  }

  /** The application, exactly once: a post is added once, whatever stops meanwhile. */
  public static FoldApp app(
      KafkaSettings kafka, AggregateType<ConversationCommand, ?, ?, ?> conversation) {
    return new FoldApp(
        kafka,
        "converse",
        APPLICATION,
        config -> {
          config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_MILLIS);
          return new KafkaStreams(build(conversation), config);
        });
  }
}
