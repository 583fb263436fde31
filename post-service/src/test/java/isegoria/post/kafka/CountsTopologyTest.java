package isegoria.post.kafka;

import static isegoria.post.write.Samples.ANA;
import static isegoria.post.write.Samples.BO;
import static isegoria.post.write.Samples.HELLO;
import static isegoria.post.write.Samples.HELLO_ID;
import static isegoria.post.write.Samples.NOON;
import static isegoria.post.write.Samples.REPLY_ID;
import static isegoria.post.write.Samples.reply;
import static isegoria.post.write.Samples.target;
import static org.assertj.core.api.Assertions.assertThat;

import isegoria.events.AvroCodec;
import isegoria.events.PostId;
import isegoria.events.Topics;
import isegoria.events.post.PostCounts;
import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.Publication;
import isegoria.post.kafka.PostCommands.Aggregates;
import isegoria.post.write.Visibility;
import isegoria.post.write.engagement.Boosting;
import isegoria.post.write.engagement.EngagementEvent.PostBoosted;
import isegoria.post.write.engagement.EngagementEvent.PostFavourited;
import isegoria.post.write.engagement.EngagementEvent.PostUnboosted;
import isegoria.post.write.engagement.EngagementEvent.PostUnfavourited;
import isegoria.post.write.engagement.Mark;
import isegoria.post.write.post.PostEvent.PostDeleted;
import isegoria.testkit.Golden;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CountsTopologyTest {

  private static final Aggregates AGGREGATES = Aggregates.with(new WordsHash(new byte[32]));
  private static final Mark MARK = new Mark(new PostId(7), NOON);
  private static final AvroCodec<PostCounts> COUNTS =
      AvroCodec.of(Topics.POST_COUNTS, PostCounts.class);

  /** What a fact carries: a count of it must not. */
  private static final Headers SOURCE =
      new RecordHeaders(
          List.of(new RecordHeader("position", "5".getBytes(StandardCharsets.US_ASCII))));

  private final TopologyTestDriver driver =
      new TopologyTestDriver(CountsCodec.FOLD.topology(config(), 3), config());

  private static Properties config() {
    var config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, CountsCodec.FOLD.application());
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
    config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    return config;
  }

  @AfterEach
  void close() {
    driver.close();
  }

  private <S, E> void happened(
      AggregateType<?, S, E, ?> aggregateType, String key, List<E> history) {
    for (Publication publication : PublicationTest.published(aggregateType, key, history)) {
      if (publication.topic().equals(Topics.POST_EVENTS)
          || publication.topic().equals(Topics.POST_PRIVATE_EVENTS)) {
        driver
            .createInputTopic(
                publication.topic().name(), new StringSerializer(), new ByteArraySerializer())
            .pipeInput(new TestRecord<>(publication.key(), publication.value(), SOURCE, NOON));
      }
    }
  }

  /** The last record of each key, as text. */
  private Map<String, String> counts() {
    var last = new TreeMap<String, String>();
    driver
        .createOutputTopic(
            Topics.POST_COUNTS.name(), new StringDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList()
        .forEach(r -> {
          assertThat(r.headers()).as("nothing of what was counted last").isEmpty();
          last.put(r.key(), r.value() == null ? "gone" : text(COUNTS.decode(r.value())));
        });
    return last;
  }

  private static String text(PostCounts counts) {
    return "likes %d, boosts %d, replies %d"
        .formatted(counts.getFavourites(), counts.getBoosts(), counts.getReplies());
  }

  @Test
  void likes_and_boosts_are_counted_and_taken_back() {
    var liked = new PostFavourited(BO, target(Visibility.PUBLIC), MARK);
    var boosted =
        new PostBoosted(BO, target(Visibility.PUBLIC), new Boosting(MARK, Visibility.PUBLIC));
    String key = BO + "/engagement/" + HELLO_ID;
    happened(AGGREGATES.engagement(), key, List.of(liked));
    happened(AGGREGATES.engagement(), key, List.of(liked, boosted));
    assertThat(counts()).containsEntry(HELLO_ID + "/post", "likes 1, boosts 1, replies 0");
    happened(AGGREGATES.engagement(), key, List.of(liked, boosted, new PostUnfavourited(MARK)));
    happened(
        AGGREGATES.engagement(), key, List.of(liked, boosted, new PostUnboosted(boosted.boost())));
    assertThat(counts()).containsEntry(HELLO_ID + "/post", "likes 0, boosts 0, replies 0");
  }

  @Test
  void answers_are_counted_and_a_deleted_post_s_count_ends() {
    String hello = ANA + "/post/" + HELLO_ID;
    String answer = BO + "/post/" + REPLY_ID;
    happened(AGGREGATES.post(), hello, List.of(HELLO));
    happened(AGGREGATES.post(), answer, List.of(reply(Visibility.PUBLIC)));
    assertThat(counts()).containsEntry(HELLO_ID + "/post", "likes 0, boosts 0, replies 1");
    happened(AGGREGATES.post(), answer, List.of(reply(Visibility.PUBLIC), new PostDeleted()));
    happened(AGGREGATES.post(), hello, List.of(HELLO, new PostDeleted()));
    assertThat(counts()).containsEntry(HELLO_ID + "/post", "gone");
  }

  @Test
  void an_answer_for_few_is_not_counted_in_the_open() {
    happened(AGGREGATES.post(), BO + "/post/" + REPLY_ID, List.of(reply(Visibility.DIRECT)));
    assertThat(counts()).isEmpty();
  }

  @Test
  void the_topology_is_as_drawn() {
    Golden.file("counts.topology.txt")
        .matches(CountsCodec.FOLD.topology(config(), 3).describe().toString());
  }
}
