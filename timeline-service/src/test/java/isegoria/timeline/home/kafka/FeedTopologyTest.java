package isegoria.timeline.home.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import isegoria.events.AvroCodec;
import isegoria.events.Meta;
import isegoria.events.Topic;
import isegoria.events.Topics;
import isegoria.events.post.PostBoosted;
import isegoria.events.post.PostDeleted;
import isegoria.events.post.PostEdited;
import isegoria.events.post.PostEvent;
import isegoria.events.post.PostFavourited;
import isegoria.events.post.PostPrivateEvent;
import isegoria.events.post.PostPublished;
import isegoria.testkit.Golden;
import isegoria.timeline.feed.kafka.FeedFactCodec;
import isegoria.timeline.feed.memory.RecentLog;
import isegoria.timeline.feed.memory.RelationGraph;
import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.FeedFact;
import isegoria.timeline.feed.read.FeedKey;
import isegoria.timeline.feed.read.Visibility;
import isegoria.timeline.feed.read.relation.Follow;
import isegoria.timeline.feed.read.relation.Relation;
import isegoria.timeline.feed.read.relation.Side;
import isegoria.timeline.home.read.SnapshotMaker;
import isegoria.timeline.home.read.SnapshotRule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.apache.avro.Schema;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FeedTopologyTest {

  private static final long ANA = 1;
  private static final long BO = 2;
  private static final long SOMEBODY = 3;
  private static final int FAR_BEHIND = 50;
  private static final SnapshotRule RULE = new SnapshotRule(2, FAR_BEHIND, 2 * FAR_BEHIND);

  /** Entries after which Ana's turn comes again. */
  private static final int AGAIN = (int) RULE.putOff(ANA, FAR_BEHIND);

  private final RelationGraph graph = new RelationGraph(Clock.systemUTC());
  private static final int ENTRIES_KEPT = 20;

  /** More than are kept. */
  private static final int OTHERS = 30;

  private final RecentLog log = new RecentLog(ENTRIES_KEPT);
  private final TopologyTestDriver driver = new TopologyTestDriver(topology(), properties());
  private final TestInputTopic<String, byte[]> events =
      driver.createInputTopic(
          Topics.POST_EVENTS.name(), new StringSerializer(), new ByteArraySerializer());
  private final TestInputTopic<String, byte[]> privateEvents =
      driver.createInputTopic(
          Topics.POST_PRIVATE_EVENTS.name(), new StringSerializer(), new ByteArraySerializer());
  private final TestOutputTopic<String, byte[]> slim =
      driver.createOutputTopic(
          Topics.TIMELINE_FEED_POSTS.name(), new StringDeserializer(), new ByteArrayDeserializer());

  private final TestInputTopic<String, byte[]> reads =
      driver.createInputTopic(
          Topics.TIMELINE_HOME_SNAPSHOTS.name(), new StringSerializer(), new ByteArraySerializer());
  private final TestOutputTopic<String, byte[]> homes =
      driver.createOutputTopic(
          Topics.TIMELINE_HOME_SNAPSHOTS.name(),
          new StringDeserializer(),
          new ByteArrayDeserializer());

  private Topology topology() {
    return FeedTopology.build(
        graph, new SnapshotMaker(log), () -> true, RULE, Duration.ofMinutes(1));
  }

  private static Properties properties() {
    var properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, FeedTopology.APPLICATION);
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
    return properties;
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void the_picture_of_the_topology_is_the_reviewed_one() {
    Golden.file("feeds.topology.txt").matches(topology().describe().toString());
  }

  @Test
  void a_post_becomes_an_entry_that_says_how_far_its_source_was_read() {
    send(event("published").setPublished(published("public", List.of("8"))).build(), 41);
    TestRecord<String, byte[]> entry = slim.readRecord();
    assertThat(FeedFactCodec.decode(entry.value()))
        .isEqualTo(new FeedFact.Appeared(FeedEntry.post(5, 7, 8, Visibility.PUBLIC, "en")));
    assertThat(new String(entry.headers().lastHeader("source").value(), StandardCharsets.US_ASCII))
        .isEqualTo("post.events.v1/0@41");
  }

  @Test
  void a_direct_post_keeps_whom_it_addresses_and_its_edit_changes_them() {
    var published = published("direct", List.of("8"));
    send(privateEvent("published").setPublished(published).build(), 1);
    var edited = new PostEdited("5", "7", 2, 1, 0, "", List.of("9"));
    send(privateEvent("edited").setEdited(edited).build(), 2);
    List<FeedFact> facts = facts();
    assertThat(((FeedFact.Appeared) facts.getFirst()).entry().mentionedIds()).containsExactly(8L);
    assertThat(facts.getLast()).isEqualTo(new FeedFact.Readdressed(5, List.of(9L)));
  }

  @Test
  void boosts_and_deletions_become_facts() {
    send(event("boosted").setBoosted(new PostBoosted("2", "5", "7", "6", "public")).build(), 1);
    send(event("deleted").setDeleted(new PostDeleted("5", "7", null, "author")).build(), 2);
    assertThat(facts())
        .containsExactly(
            new FeedFact.Appeared(FeedEntry.boost(6, 2, 5, 7, Visibility.PUBLIC)),
            new FeedFact.Removed(5));
  }

  @Test
  void what_changes_no_feed_leaves_no_record() {
    send(event("favourited").setFavourited(new PostFavourited("2", "5", "7")).build(), 3);
    var edited = new PostEdited("5", "7", 2, 1, 0, "", List.of("9"));
    send(event("edited").setEdited(edited).build(), 4);
    assertThat(slim.isEmpty()).isTrue();
  }

  /** A reader would wait in vain for a kind that is awaited and leaves no record here. */
  @Test
  void every_kind_that_readers_wait_for_is_read() throws IOException {
    for (Topic topic : List.of(Topics.POST_EVENTS, Topics.POST_PRIVATE_EVENTS)) {
      Schema whole = Objects.requireNonNull(topic.schema());
      List<String> awaited =
          whole.getFields().stream()
              .filter(field -> field.schema().isUnion())
              .filter(field -> !Boolean.FALSE.equals(field.getObjectProp("awaited")))
              .map(Schema.Field::name)
              .toList();
      Path declaration = Path.of("src/main/avro-reader", topic.name() + ".avsc");
      assertThat(new Schema.Parser().parse(Files.readString(declaration)).getFields())
          .extracting(Schema.Field::name)
          .containsAll(awaited);
    }
  }

  @Test
  void who_finds_no_page_in_memory_gets_a_snapshot_and_a_new_one_when_it_is_far_behind() {
    graph.set(new Relation(ANA, BO, Side.following(Follow.WHOLE), Side.NOTHING));
    othersPost();
    hasRead(Instant.now());
    driver.advanceWallClockTime(Duration.ofSeconds(1));
    assertThat(snapshots()).hasSize(1);
    arrives(OTHERS + 1, BO);
    othersPost(OTHERS + 2, OTHERS + AGAIN - 1);
    driver.advanceWallClockTime(Duration.ofMinutes(2));
    assertThat(snapshots()).isEmpty();
    arrives(OTHERS + AGAIN, SOMEBODY);
    driver.advanceWallClockTime(Duration.ofMinutes(1));
    assertThat(snapshots())
        .singleElement()
        .satisfies(snapshot ->
            assertThat(HomeSnapshotCodec.decode(snapshot.value()).keys())
                .containsExactly(new FeedKey(OTHERS + 1, BO)));
  }

  @Test
  void whose_page_is_forgotten_gets_a_snapshot_though_asked_ever_more_seldom() {
    graph.set(new Relation(ANA, BO, Side.following(Follow.WHOLE), Side.NOTHING));
    arrives(1, BO);
    arrives(2, BO);
    hasRead(Instant.now());
    driver.advanceWallClockTime(Duration.ofSeconds(1));
    othersPost(3, 1 + AGAIN);
    driver.advanceWallClockTime(Duration.ofMinutes(1));
    assertThat(snapshots()).isEmpty();
    arrives(2 + AGAIN, SOMEBODY);
    driver.advanceWallClockTime(Duration.ofMinutes(1));
    assertThat(snapshots()).hasSize(1);
  }

  @Test
  void who_comes_to_find_a_page_in_memory_needs_no_further_snapshot() {
    graph.set(new Relation(ANA, BO, Side.following(Follow.WHOLE), Side.NOTHING));
    othersPost();
    hasRead(Instant.now());
    driver.advanceWallClockTime(Duration.ofSeconds(1));
    assertThat(snapshots()).hasSize(1);
    for (long id = OTHERS + 1; id <= OTHERS + FAR_BEHIND; id++) {
      arrives(id, BO);
    }
    driver.advanceWallClockTime(Duration.ofMinutes(1));
    assertThat(snapshots()).isEmpty();
  }

  @Test
  void another_set_of_follows_makes_another_snapshot() {
    othersPost();
    hasRead(Instant.now());
    driver.advanceWallClockTime(Duration.ofSeconds(1));
    assertThat(snapshots()).hasSize(1);
    graph.set(new Relation(ANA, BO, Side.following(Follow.WHOLE), Side.NOTHING));
    driver.advanceWallClockTime(Duration.ofMinutes(1));
    assertThat(snapshots()).hasSize(1);
  }

  @Test
  void who_finds_a_lasting_page_in_memory_needs_no_snapshot() {
    graph.set(new Relation(ANA, BO, Side.following(Follow.WHOLE), Side.NOTHING));
    othersPost();
    arrives(OTHERS + 1, BO);
    arrives(OTHERS + 2, BO);
    hasRead(Instant.now());
    driver.advanceWallClockTime(Duration.ofSeconds(1));
    assertThat(snapshots()).isEmpty();
  }

  @Test
  void who_finds_all_there_is_needs_no_snapshot() {
    graph.set(new Relation(ANA, BO, Side.following(Follow.WHOLE), Side.NOTHING));
    arrives(11, BO);
    hasRead(Instant.now());
    driver.advanceWallClockTime(Duration.ofSeconds(1));
    assertThat(snapshots()).isEmpty();
  }

  @Test
  void whoever_has_not_read_for_a_week_has_no_snapshot() {
    hasRead(Instant.now().minus(Duration.ofDays(8)));
    driver.advanceWallClockTime(Duration.ofSeconds(1));
    assertThat(snapshots())
        .extracting(TestRecord::key, TestRecord::value)
        .containsExactly(tuple("1/home", null), tuple("1/read", null));
  }

  /** So that nobody's earlier entries are in memory any more. */
  private void othersPost() {
    othersPost(1, OTHERS);
  }

  private void othersPost(long first, long last) {
    for (long id = first; id <= last; id++) {
      arrives(id, SOMEBODY);
    }
  }

  private void arrives(long id, long author) {
    var fact = new FeedFact.Appeared(FeedEntry.post(id, author, 0, Visibility.PUBLIC, ""));
    log.accept(fact, "s", id);
  }

  private void hasRead(Instant at) {
    byte[] millis = ByteBuffer.allocate(Long.BYTES).putLong(at.toEpochMilli()).array();
    reads.pipeInput(HomeKey.ofRead(ANA), millis);
  }

  private List<TestRecord<String, byte[]>> snapshots() {
    return homes.readRecordsToList();
  }

  private List<FeedFact> facts() {
    return slim.readValuesToList().stream().map(FeedFactCodec::decode).toList();
  }

  private void send(PostEvent event, long position) {
    send(events, AvroCodec.of(Topics.POST_EVENTS, PostEvent.class).encode(event), position);
  }

  private void send(PostPrivateEvent event, long position) {
    var codec = AvroCodec.of(Topics.POST_PRIVATE_EVENTS, PostPrivateEvent.class);
    send(privateEvents, codec.encode(event), position);
  }

  private static void send(TestInputTopic<String, byte[]> to, byte[] value, long position) {
    var headers = new RecordHeaders();
    headers.add("position", Long.toString(position).getBytes(StandardCharsets.US_ASCII));
    to.pipeInput(new TestRecord<>("7/post/5", value, headers));
  }

  private static PostEvent.Builder event(String type) {
    return PostEvent.newBuilder().setMeta(meta()).setType(type);
  }

  private static PostPrivateEvent.Builder privateEvent(String type) {
    return PostPrivateEvent.newBuilder().setMeta(meta()).setType(type);
  }

  private static PostPublished published(String visibility, List<String> mentioned) {
    return PostPublished.newBuilder()
        .setPostId("5")
        .setAuthorId("7")
        .setVisibility(visibility)
        .setInReplyToId("4")
        .setInReplyToAccountId("8")
        .setConversationId("4")
        .setLanguage("en")
        .setTextLength(1)
        .setSpoilerLength(0)
        .setTextHash("")
        .setSensitive(false)
        .setMentionedIds(mentioned)
        .setMediaCount(0)
        .setCreatedAt(Instant.EPOCH)
        .build();
  }

  private static Meta meta() {
    return new Meta("e", "7/post/5", 1L, Instant.EPOCH, Instant.EPOCH, "7", "c", "", "");
  }
}
