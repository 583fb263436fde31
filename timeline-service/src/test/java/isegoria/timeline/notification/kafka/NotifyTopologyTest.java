package isegoria.timeline.notification.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.events.AccountId;
import isegoria.events.EnvelopeCodec;
import isegoria.events.Meta;
import isegoria.events.PostId;
import isegoria.events.Topics;
import isegoria.events.account.AccountEvent;
import isegoria.events.account.AccountFollowed;
import isegoria.events.account.AccountPrivateEvent;
import isegoria.events.account.AccountUnfollowed;
import isegoria.events.account.FollowRequestRejected;
import isegoria.events.account.FollowRequestWithdrawn;
import isegoria.events.account.FollowRequested;
import isegoria.events.post.PostBoosted;
import isegoria.events.post.PostDeleted;
import isegoria.events.post.PostEdited;
import isegoria.events.post.PostEvent;
import isegoria.events.post.PostFavourited;
import isegoria.events.post.PostPrivateEvent;
import isegoria.events.post.PostPublished;
import isegoria.events.post.PostUnboosted;
import isegoria.events.post.PostUnfavourited;
import isegoria.eventsourcing.wire.RecordHeader;
import isegoria.testkit.Golden;
import isegoria.timeline.notification.policy.Notice;
import isegoria.timeline.notification.write.Activity;
import isegoria.timeline.notification.write.InboxCommand.Add;
import isegoria.timeline.notification.write.InboxCommand.Withdraw;
import isegoria.timeline.notification.write.NotificationType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events in, commands of inboxes out. Ana, 1, wrote post 7; bo is 2, cy is 3. */
final class NotifyTopologyTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final AccountId ANA = new AccountId(1);

  private final EnvelopeCodec posts = EnvelopeCodec.of(Topics.POST_EVENTS, PostEvent.class);
  private final EnvelopeCodec privatePosts =
      EnvelopeCodec.of(Topics.POST_PRIVATE_EVENTS, PostPrivateEvent.class);
  private final EnvelopeCodec accounts =
      EnvelopeCodec.of(Topics.ACCOUNT_EVENTS, AccountEvent.class);
  private final EnvelopeCodec privateAccounts =
      EnvelopeCodec.of(Topics.ACCOUNT_PRIVATE_EVENTS, AccountPrivateEvent.class);

  private final TopologyTestDriver driver =
      new TopologyTestDriver(NotifyTopology.build(InboxAggregate.INBOX), properties());
  private final TestOutputTopic<String, byte[]> commands =
      driver.createOutputTopic(
          Topics.TIMELINE_COMMANDS.name(), new StringDeserializer(), new ByteArrayDeserializer());

  private static Properties properties() {
    var properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, NotifyTopology.APPLICATION);
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
    properties.put(
        StreamsConfig.STATE_DIR_CONFIG,
        System.getProperty("java.io.tmpdir") + "/notify-" + ProcessHandle.current().pid());
    return properties;
  }

  @AfterEach
  void close() {
    driver.close();
  }

  private List<Notice> notices(EnvelopeCodec codec, SpecificRecord event) {
    return notices(codec, event, "2");
  }

  private List<Notice> notices(EnvelopeCodec codec, SpecificRecord event, String actor) {
    var meta = new Meta("c-0", "s", 1L, NOON, NOON, actor, "c", "", "");
    var headers = new RecordHeaders();
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, NOON);
    headers.add(RecordHeader.RECORDED_AT, RecordHeader.bytes(Long.toString(micros)));
    driver
        .createInputTopic(codec.topic().name(), new StringSerializer(), new ByteArraySerializer())
        .pipeInput(new TestRecord<>("s", codec.encode(meta, event), headers));
    return commands.readRecordsToList().stream().map(NotifyTopologyTest::notice).toList();
  }

  private static Notice notice(TestRecord<String, byte[]> command) {
    String key = command.key();
    assertThat(key).endsWith("/inbox");
    assertThat(RecordHeader.text(command.headers(), RecordHeader.AGGREGATE_TYPE))
        .isEqualTo("inbox");
    return new Notice(
        AccountId.of(key.substring(0, key.indexOf('/'))),
        InboxAggregate.INBOX.commandJson().decode(command.value()));
  }

  private static Activity by(long from, NotificationType type, @Nullable PostId post) {
    return new Activity(type, new AccountId(from), post);
  }

  private static Notice begun(AccountId recipient, Activity activity) {
    return new Notice(recipient, new Add(activity, NOON));
  }

  private static Notice undone(Activity activity) {
    return new Notice(ANA, new Withdraw(activity));
  }

  private static PostPublished published(String visibility, List<String> mentioned) {
    return new PostPublished(
        "7", "1", visibility, null, null, "7", "en", 1, 0, "", false, mentioned, 0, NOON);
  }

  private static PostEdited edited(List<String> mentioned) {
    return new PostEdited("7", "1", 2, 1, 0, "", mentioned);
  }

  @Test
  void the_picture_of_the_topology_is_the_reviewed_one() {
    Golden.file("notify.topology.txt")
        .matches(NotifyTopology.build(InboxAggregate.INBOX).describe().toString());
  }

  @Test
  void the_author_is_told_of_favourites_and_boosts_and_of_their_end() {
    Activity like = by(2, NotificationType.FAVOURITE, new PostId(7));
    Activity boost = by(2, NotificationType.REBLOG, new PostId(7));
    assertThat(notices(posts, new PostFavourited("2", "7", "1"))).containsExactly(begun(ANA, like));
    assertThat(notices(privatePosts, new PostUnfavourited("2", "7", "1")))
        .containsExactly(undone(like));
    assertThat(notices(posts, new PostBoosted("2", "7", "1", "9", "public")))
        .containsExactly(begun(ANA, boost));
    assertThat(notices(posts, new PostUnboosted("2", "7", "1", "9")))
        .containsExactly(undone(boost));
  }

  @Test
  void no_account_is_told_what_it_did_itself() {
    assertThat(notices(posts, new PostFavourited("1", "7", "1"))).isEmpty();
    assertThat(notices(posts, new PostUnboosted("1", "7", "1", "9"))).isEmpty();
    assertThat(notices(posts, published("public", List.of("1")))).isEmpty();
  }

  @Test
  void a_command_says_which_event_it_comes_from() {
    var meta = new Meta("c-0", "s", 1L, NOON, NOON, "2", "c", "", "");
    driver
        .createInputTopic(
            Topics.POST_EVENTS.name(), new StringSerializer(), new ByteArraySerializer())
        .pipeInput("s", posts.encode(meta, published("public", List.of("2", "3"))));
    assertThat(commands.readRecordsToList())
        .extracting(each -> RecordHeader.text(each.headers(), RecordHeader.COMMAND_ID))
        .containsExactly("post.events.v1-0-0-0", "post.events.v1-0-0-1");
  }

  @Test
  void each_mentioned_is_told_once_at_publication_or_at_an_edit() {
    Activity mention = by(1, NotificationType.MENTION, new PostId(7));
    var bo = new AccountId(2);
    var cy = new AccountId(3);
    assertThat(notices(posts, published("public", List.of("2")), "1"))
        .containsExactly(begun(bo, mention));
    assertThat(notices(posts, edited(List.of("2", "3")), "1")).containsExactly(begun(cy, mention));
    assertThat(notices(posts, edited(List.of()), "1")).isEmpty();
    assertThat(notices(posts, edited(List.of("3", "2")), "1")).isEmpty();
    assertThat(notices(posts, new PostDeleted("7", "1", null, "author"), "1")).isEmpty();
  }

  @Test
  void a_direct_post_tells_those_whom_it_addresses() {
    assertThat(notices(privatePosts, published("direct", List.of("2")), "1"))
        .containsExactly(begun(new AccountId(2), by(1, NotificationType.MENTION, new PostId(7))));
  }

  @Test
  void follows_and_requests_are_told_to_the_followed() {
    Activity follow = by(2, NotificationType.FOLLOW, null);
    Activity request = by(2, NotificationType.FOLLOW_REQUEST, null);
    assertThat(notices(accounts, new AccountFollowed("2", "1")))
        .containsExactly(begun(ANA, follow));
    assertThat(notices(accounts, new AccountUnfollowed("2", "1"))).containsExactly(undone(follow));
    var asked = new FollowRequested("2", "1", true, false, List.of());
    assertThat(notices(privateAccounts, asked)).containsExactly(begun(ANA, request));
    assertThat(notices(privateAccounts, new FollowRequestWithdrawn("2", "1")))
        .containsExactly(undone(request));
    assertThat(notices(privateAccounts, new FollowRequestRejected("1", "2"), "1"))
        .containsExactly(undone(request));
  }

  @Test
  void an_accepted_request_becomes_a_follow() {
    assertThat(notices(accounts, new AccountFollowed("2", "1"), "1"))
        .containsExactly(
            undone(by(2, NotificationType.FOLLOW_REQUEST, null)),
            begun(ANA, by(2, NotificationType.FOLLOW, null)));
  }
}
