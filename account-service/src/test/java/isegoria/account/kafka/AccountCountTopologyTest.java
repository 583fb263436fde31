package isegoria.account.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.account.write.relationship.FollowOptions;
import isegoria.account.write.relationship.Pair;
import isegoria.account.write.relationship.Relationship;
import isegoria.account.write.relationship.RelationshipDecider;
import isegoria.account.write.relationship.RelationshipEvent;
import isegoria.account.write.relationship.RelationshipEvent.AccountFollowed;
import isegoria.account.write.relationship.RelationshipEvent.AccountUnfollowed;
import isegoria.events.AccountId;
import isegoria.events.AvroCodec;
import isegoria.events.EnvelopeCodec;
import isegoria.events.Meta;
import isegoria.events.Topics;
import isegoria.events.account.AccountCounts;
import isegoria.events.post.PostBoosted;
import isegoria.events.post.PostDeleted;
import isegoria.events.post.PostEvent;
import isegoria.events.post.PostPublished;
import isegoria.eventsourcing.Publication;
import isegoria.eventsourcing.Recorded;
import isegoria.testkit.Golden;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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

final class AccountCountTopologyTest {

  private static final AccountId ANA = new AccountId(1);
  private static final AccountId BO = new AccountId(2);
  private static final AccountId CY = new AccountId(3);
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final AvroCodec<AccountCounts> COUNTS =
      AvroCodec.of(Topics.ACCOUNT_COUNTS, AccountCounts.class);

  /** What a fact carries: a count of it must not. */
  private static final Headers SOURCE =
      new RecordHeaders(
          List.of(new RecordHeader("position", "5".getBytes(StandardCharsets.US_ASCII))));

  private final TopologyTestDriver driver =
      new TopologyTestDriver(AccountCountCodec.FOLD.topology(config(), 3), config());

  private static Properties config() {
    var config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, AccountCountCodec.FOLD.application());
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
    config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    return config;
  }

  @AfterEach
  void close() {
    driver.close();
  }

  private void happens(AccountId one, AccountId other, List<RelationshipEvent> events) {
    Relationship after = RelationshipDecider.RELATIONSHIP.evolve(Relationship.STRANGERS, events);
    String key = Pair.of(one, other).key();
    var facts =
        driver.createInputTopic(
            Topics.ACCOUNT_EVENTS.name(), new StringSerializer(), new ByteArraySerializer());
    for (Publication fact :
        new RelationshipCodec()
            .publish(
                new Recorded<>(
                    key, "c", "1", "", NOON, NOON, 1, Relationship.STRANGERS, after, events))) {
      byte[] value = fact.value();
      if (fact.topic().equals(Topics.ACCOUNT_EVENTS) && value != null) {
        facts.pipeInput(new TestRecord<>(fact.key(), value, SOURCE, NOON));
      }
    }
  }

  private Map<String, String> counts() {
    Map<String, String> last = new TreeMap<>();
    driver
        .createOutputTopic(
            Topics.ACCOUNT_COUNTS.name(), new StringDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList()
        .forEach(each -> {
          assertThat(each.headers()).as("nothing of what was counted last").isEmpty();
          AccountCounts of = COUNTS.decode(each.value());
          last.put(
              each.key(),
              "%d followers, follows %d, %d posts, last %s"
                  .formatted(
                      of.getFollowers(), of.getFollowing(), of.getPosts(), of.getLastPostAt()));
        });
    return last;
  }

  @Test
  void each_follow_counts_for_both_of_its_accounts() {
    FollowOptions usual = FollowOptions.USUAL;
    happens(ANA, BO, List.of(new AccountFollowed(ANA, BO, usual, NOON, null)));
    happens(
        BO,
        CY,
        List.of(
            new AccountFollowed(CY, BO, usual, NOON, null),
            new AccountFollowed(BO, CY, usual, NOON, null),
            new AccountUnfollowed(BO, CY, NOON)));
    assertThat(counts())
        .isEqualTo(
            Map.of(
                "1/account", "0 followers, follows 1, 0 posts, last null",
                "2/account", "2 followers, follows 0, 0 posts, last null",
                "3/account", "0 followers, follows 1, 0 posts, last null"));
  }

  @Test
  void posts_and_boosts_count_for_their_account_in_the_record_of_its_follows() {
    happens(ANA, BO, List.of(new AccountFollowed(ANA, BO, FollowOptions.USUAL, NOON, null)));
    tell(EnvelopeCodec.of(Topics.POST_EVENTS, PostEvent.class).encode(meta(), published("7")));
    long boostedAt = NOON.plusSeconds(5).toEpochMilli();
    var boosted = new PostBoosted("1", "9", "3", Long.toString(boostedAt << 16), "public");
    tell(EnvelopeCodec.of(Topics.POST_EVENTS, PostEvent.class).encode(meta(), boosted));
    var deleted = new PostDeleted("7", "1", null, "author");
    tell(EnvelopeCodec.of(Topics.POST_EVENTS, PostEvent.class).encode(meta(), deleted));

    assertThat(counts())
        .containsEntry("1/account", "0 followers, follows 1, 1 posts, last 2026-03-01T12:00:05Z")
        .containsEntry("2/account", "1 followers, follows 0, 0 posts, last null");
  }

  private void tell(byte[] fact) {
    driver
        .createInputTopic(
            Topics.POST_EVENTS.name(), new StringSerializer(), new ByteArraySerializer())
        .pipeInput(new TestRecord<>("1/post/7", fact, SOURCE, NOON));
  }

  private static Meta meta() {
    return new Meta("c-0", "1/post/7", 1L, NOON, NOON, "1", "c", "", "");
  }

  private static PostPublished published(String id) {
    return PostPublished.newBuilder()
        .setPostId(id)
        .setAuthorId("1")
        .setVisibility("public")
        .setConversationId(id)
        .setTextLength(1)
        .setSpoilerLength(0)
        .setTextHash("")
        .setSensitive(false)
        .setMentionedIds(List.of())
        .setMediaCount(0)
        .setCreatedAt(NOON)
        .build();
  }

  @Test
  void the_picture_is_known() {
    Golden.file("account-counts.topology.txt")
        .matches(AccountCountCodec.FOLD.topology(config(), 3).describe().toString());
  }
}
