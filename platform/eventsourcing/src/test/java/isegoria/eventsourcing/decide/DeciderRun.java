package isegoria.eventsourcing.decide;

import isegoria.events.Topic;
import isegoria.events.Topics;
import isegoria.eventsourcing.AggregateType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;

/** One run of a decider without a broker, from the first command to the end of its process. */
final class DeciderRun {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  final TopologyTestDriver driver;
  final TestInputTopic<String, byte[]> commands;
  final TestOutputTopic<String, byte[]> ownCommands;
  final TestOutputTopic<String, byte[]> outcomes;
  final TestOutputTopic<String, byte[]> deadLetters;
  final TestOutputTopic<String, byte[]> events;
  final TestOutputTopic<String, byte[]> states;

  /**
   * Starts it with empty stores.
   *
   * @param decided called for every decision
   */
  DeciderRun(String name, List<AggregateType<?, ?, ?, ?>> aggregateTypes, Runnable decided) {
    Properties config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, name);
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
    config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    var settings =
        new DeciderTopology.Settings(
            Duration.ofMinutes(10), (type, verdict) -> decided.run(), new BatchEnds());
    driver =
        new TopologyTestDriver(
            DeciderTopology.build(Notebook.TOPICS, aggregateTypes, settings), config, NOON);
    commands =
        driver.createInputTopic(
            Topics.POST_COMMANDS.name(), new StringSerializer(), new ByteArraySerializer());
    ownCommands = output(Topics.POST_COMMANDS);
    outcomes = output(Topics.POST_OUTCOMES);
    deadLetters = output(Topics.POST_DEAD_LETTERS);
    events = output(Topics.POST_EVENTS);
    states = output(Topics.POST_STATES);
  }

  private TestOutputTopic<String, byte[]> output(Topic topic) {
    return driver.createOutputTopic(
        topic.name(), new StringDeserializer(), new ByteArrayDeserializer());
  }

  Map<String, byte[]> stored(String store) {
    Map<String, byte[]> all = new TreeMap<>();
    try (KeyValueIterator<String, byte[]> each =
        driver.<String, byte[]>getKeyValueStore(store).all()) {
      while (each.hasNext()) {
        KeyValue<String, byte[]> entry = each.next();
        all.put(entry.key, entry.value);
      }
    }
    return all;
  }
}
