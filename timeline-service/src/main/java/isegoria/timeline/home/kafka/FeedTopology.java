package isegoria.timeline.home.kafka;

import isegoria.events.Topics;
import isegoria.timeline.feed.kafka.SlimProcessor;
import isegoria.timeline.feed.read.Readers;
import isegoria.timeline.home.read.SnapshotMaker;
import isegoria.timeline.home.read.SnapshotRule;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Events of posts, made into the slim log that every feed is built from; and those who read, made
 * into snapshots of their homes out of the log that this instance has in memory.
 */
public final class FeedTopology {

  /** The application's id: a change of it rebuilds all feeds. */
  public static final String APPLICATION = "timeline-feeds-2";

  private FeedTopology() {}

  /**
   * Builds both parts.
   *
   * @param ready whether the log and the relations of this instance have been read
   * @param rule when a snapshot is worth a rebuild
   * @param staleness how often each reader's snapshot is checked
   */
  public static Topology build(
      Readers readers,
      SnapshotMaker maker,
      BooleanSupplier ready,
      SnapshotRule rule,
      Duration staleness) {
    var lasts = new SnapshotCache(SnapshotCache.BYTES_MAX);
    var parts =
        new HomeProcessor.Parts(readers, maker, ready, rule, staleness, lasts, new TimeSlices());
    Topology topology = new Topology();
    addSlimLog(topology);
    addSnapshots(topology, parts);
    return topology;
  }

  private static void addSlimLog(Topology topology) {
    topology
        .addSource(
            "post-events",
            new StringDeserializer(),
            new ByteArrayDeserializer(),
            Topics.POST_EVENTS.name(),
            Topics.POST_PRIVATE_EVENTS.name())
        .addProcessor("slim", SlimProcessor::new, "post-events")
        .addSink(
            "feed-posts",
            Topics.TIMELINE_FEED_POSTS.name(),
            new StringSerializer(),
            new ByteArraySerializer(),
            "slim");
  }

  private static void addSnapshots(Topology topology, HomeProcessor.Parts parts) {
    topology
        .addSource(
            "who-reads",
            new StringDeserializer(),
            new ByteArrayDeserializer(),
            Topics.TIMELINE_HOME_SNAPSHOTS.name())
        .addProcessor("homes", () -> new HomeProcessor(parts), "who-reads")
        .addStateStore(activeReaders(), "homes")
        .addSink(
            "home-snapshots",
            Topics.TIMELINE_HOME_SNAPSHOTS.name(),
            new StringSerializer(),
            new ByteArraySerializer(),
            (String topic, String key, byte[] value, int partitions) ->
                HomeKey.partition(key, partitions),
            "homes");
  }

  /**
   * In memory, and in a changelog: 16 bytes for a reader of this week. The snapshots made last are
   * beside it, in memory only and with a bound of their own.
   */
  private static StoreBuilder<KeyValueStore<Long, Long>> activeReaders() {
    return Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(HomeProcessor.ACTIVE_READERS),
            Serdes.Long(),
            Serdes.Long())
        .withLoggingEnabled(Map.of());
  }
}
