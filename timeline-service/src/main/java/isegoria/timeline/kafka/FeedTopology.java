package isegoria.timeline.kafka;

import isegoria.events.Topics;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;

/** Events of posts, made into the slim log that every feed is built from. */
public final class FeedTopology {

  /** The application's id: changing it starts the feeds anew. */
  public static final String APPLICATION = "timeline-feeds";

  private FeedTopology() {}

  public static Topology build() {
    return new Topology()
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
            new Multicast(),
            "slim");
  }
}
