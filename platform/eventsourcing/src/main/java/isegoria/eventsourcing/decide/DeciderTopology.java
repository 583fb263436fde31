package isegoria.eventsourcing.decide;

import isegoria.events.Partitioning;
import isegoria.events.Topic;
import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.kafka.ServiceTopics;
import isegoria.eventsourcing.record.Verdict;
import isegoria.eventsourcing.wire.AggregateCodec;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.Stores;

/** Commands in, facts, states and outcomes out: the topology of every deciding service. */
final class DeciderTopology {

  static final String AGGREGATES = "aggregates";
  static final String FIRST_OUTCOMES = "first-outcomes";
  static final String DUES = "dues";
  static final String OUTCOMES = "outcomes";
  static final String OWN_COMMANDS = "own-commands";
  static final String DEAD_LETTERS = "dead-letters";

  /**
   * Every sink places a record by its owner; the default would use the whole key. A dead letter may
   * have no key.
   */
  private static final StreamPartitioner<String, byte[]> BY_OWNER =
      (topic, key, value, partitions) ->
          Optional.of(Set.of(key == null ? 0 : Partitioning.ofKey(key, partitions)));

  private DeciderTopology() {}

  static Topology build(
      ServiceTopics topics, List<AggregateType<?, ?, ?, ?>> aggregateTypes, Settings settings) {
    Map<String, AggregateCodec<?, ?, ?, ?>> codecs = new HashMap<>();
    for (AggregateType<?, ?, ?, ?> aggregateType : aggregateTypes) {
      codecs.put(aggregateType.name(), new AggregateCodec<>(aggregateType));
    }
    Topology topology = new Topology();
    topology.addSource(
        "commands",
        new StringDeserializer(),
        new ByteArrayDeserializer(),
        topics.commands().name());
    topology.addProcessor(
        "decide",
        () ->
            new DeciderProcessor(
                topics, codecs, settings.dedupeWindow(), settings.decided(), settings.batchEnds()),
        "commands");
    topology.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(AGGREGATES), Serdes.String(), Serdes.ByteArray()),
        "decide");
    topology.addStateStore(
        Stores.windowStoreBuilder(
            Stores.persistentWindowStore(
                FIRST_OUTCOMES, settings.dedupeWindow(), settings.dedupeWindow(), false),
            Serdes.String(),
            Serdes.ByteArray()),
        "decide");
    topology.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(DUES), Serdes.String(), Serdes.ByteArray()),
        "decide");
    sink(topology, OUTCOMES, topics.outcomes());
    sink(topology, OWN_COMMANDS, topics.commands());
    sink(topology, DEAD_LETTERS, topics.deadLetters());
    for (Topic published : topics.published()) {
      sink(topology, published.name(), published);
    }
    return topology;
  }

  private static void sink(Topology topology, String name, Topic topic) {
    topology.addSink(
        name, topic.name(), new StringSerializer(), new ByteArraySerializer(), BY_OWNER, "decide");
  }

  /**
   * What a run of the topology may vary.
   *
   * @param dedupeWindow how long a repeated command gets its first answer
   * @param decided called for every decision with the aggregate type and the verdict
   * @param batchEnds where polls end; commands are committed there
   */
  record Settings(
      Duration dedupeWindow, BiConsumer<String, Verdict> decided, BatchEnds batchEnds) {}
}
