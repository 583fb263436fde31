package isegoria.timeline.conversation.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.events.EnvelopeCodec;
import isegoria.events.Meta;
import isegoria.events.Topics;
import isegoria.events.post.PostDeleted;
import isegoria.events.post.PostEdited;
import isegoria.events.post.PostPrivateEvent;
import isegoria.events.post.PostPublished;
import isegoria.eventsourcing.wire.RecordHeader;
import isegoria.testkit.Golden;
import isegoria.timeline.conversation.write.Conversation;
import isegoria.timeline.conversation.write.ConversationCommand;
import isegoria.timeline.conversation.write.ConversationCommand.Add;
import isegoria.timeline.conversation.write.ConversationId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Direct posts in, commands of conversations out. Ana, 1, wrote post 7 in thread 5. */
final class ConverseTopologyTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final long THREAD = 5;
  private static final long POST = 7;

  private final EnvelopeCodec posts =
      EnvelopeCodec.of(Topics.POST_PRIVATE_EVENTS, PostPrivateEvent.class);
  private final TopologyTestDriver driver =
      new TopologyTestDriver(
          ConverseTopology.build(ConversationAggregate.CONVERSATION), properties());
  private final TestOutputTopic<String, byte[]> commands =
      driver.createOutputTopic(
          Topics.TIMELINE_COMMANDS.name(), new StringDeserializer(), new ByteArrayDeserializer());

  private static Properties properties() {
    var properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, ConverseTopology.APPLICATION);
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
    properties.put(
        StreamsConfig.STATE_DIR_CONFIG,
        System.getProperty("java.io.tmpdir") + "/converse-" + ProcessHandle.current().pid());
    return properties;
  }

  @AfterEach
  void close() {
    driver.close();
  }

  private List<TestRecord<String, byte[]>> sent(SpecificRecord event) {
    var meta = new Meta("c-0", "s", 1L, NOON, NOON, "1", "c", "", "");
    driver
        .createInputTopic(posts.topic().name(), new StringSerializer(), new ByteArraySerializer())
        .pipeInput("s", posts.encode(meta, event));
    return commands.readRecordsToList();
  }

  private Map<String, ConversationCommand> added(SpecificRecord event) {
    var byKey = new HashMap<String, ConversationCommand>();
    for (TestRecord<String, byte[]> command : sent(event)) {
      assertThat(RecordHeader.text(command.headers(), RecordHeader.AGGREGATE_TYPE))
          .isEqualTo("conversation");
      byKey.put(
          command.key(), ConversationAggregate.CONVERSATION.commandJson().decode(command.value()));
    }
    return byKey;
  }

  private static String key(long owner, Long... participants) {
    return Conversation.key(owner, ConversationId.numberOf(THREAD, List.of(participants)));
  }

  private static Add add(boolean isOwn, Long... others) {
    return new Add(List.of(others), POST, isOwn);
  }

  private static PostPublished published(String visibility, List<String> mentioned) {
    return new PostPublished(
        "7", "1", visibility, null, null, "5", "en", 1, 0, "", false, mentioned, 0, NOON);
  }

  private static PostEdited edited(List<String> mentioned) {
    return new PostEdited("7", "1", 2, 1, 0, "", mentioned);
  }

  @Test
  void the_picture_of_the_topology_is_the_reviewed_one() {
    Golden.file("converse.topology.txt")
        .matches(ConverseTopology.build(ConversationAggregate.CONVERSATION).describe().toString());
  }

  @Test
  void a_direct_post_goes_to_each_whom_it_concerns() {
    assertThat(added(published("direct", List.of("2", "3", "2"))))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                key(1, 1L, 2L, 3L), add(true, 2L, 3L),
                key(2, 1L, 2L, 3L), add(false, 1L, 3L),
                key(3, 1L, 2L, 3L), add(false, 1L, 2L)));
  }

  @Test
  void a_direct_post_to_no_account_is_ones_own() {
    assertThat(added(published("direct", List.of())))
        .containsExactlyEntriesOf(Map.of(key(1, 1L), add(true)));
    assertThat(added(published("direct", List.of("1")))).containsOnlyKeys(key(1, 1L));
  }

  @Test
  void other_posts_go_to_no_conversation() {
    assertThat(sent(published("private", List.of("2")))).isEmpty();
    assertThat(sent(edited(List.of("2", "3")))).isEmpty();
  }

  @Test
  void an_edit_brings_it_to_those_whom_it_did_not_concern_before() {
    assertThat(added(published("direct", List.of("2")))).hasSize(2);
    assertThat(added(edited(List.of("2", "3"))))
        .containsExactlyEntriesOf(Map.of(key(3, 1L, 2L, 3L), add(false, 1L, 2L)));
    assertThat(sent(edited(List.of()))).isEmpty();
    assertThat(sent(edited(List.of("3", "2")))).isEmpty();
    assertThat(sent(new PostDeleted("7", "1", null, "author"))).isEmpty();
    assertThat(sent(edited(List.of("4")))).isEmpty();
  }

  @Test
  void a_command_says_which_event_it_comes_from() {
    assertThat(sent(published("direct", List.of("2"))))
        .extracting(each -> RecordHeader.text(each.headers(), RecordHeader.COMMAND_ID))
        .containsExactly("post.private-events.v1-0-0-0", "post.private-events.v1-0-0-1");
  }
}
