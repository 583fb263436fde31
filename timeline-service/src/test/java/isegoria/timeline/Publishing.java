package isegoria.timeline;

import isegoria.events.AvroCodec;
import isegoria.events.Meta;
import isegoria.events.Partitioning;
import isegoria.events.Topic;
import isegoria.events.Topics;
import isegoria.events.account.AccountState;
import isegoria.events.account.FollowState;
import isegoria.events.account.MuteState;
import isegoria.events.account.RelationshipSide;
import isegoria.events.account.RelationshipState;
import isegoria.events.moderation.Enforcement;
import isegoria.events.post.Boost;
import isegoria.events.post.Post;
import isegoria.events.post.PostBoosted;
import isegoria.events.post.PostDeleted;
import isegoria.events.post.PostEvent;
import isegoria.events.post.PostFavourited;
import isegoria.events.post.PostMention;
import isegoria.events.post.PostPrivateEvent;
import isegoria.events.post.PostPrivateState;
import isegoria.events.post.PostPublished;
import isegoria.events.post.PostState;
import isegoria.events.post.PostUnfavourited;
import isegoria.eventsourcing.read.Position;
import isegoria.timeline.feed.read.Buckets;
import isegoria.timeline.feed.read.FeedEntry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** What the other services would publish, put on their topics directly, with positions. */
final class Publishing implements AutoCloseable {

  static final int PARTITIONS = 3;
  static final List<String> TAGS = List.of("Even", "odd");

  private final KafkaProducer<String, byte[]> producer;
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private final Map<Long, FeedEntry> published = new HashMap<>();
  private long recordedAt = 1_700_000_000_000_000L;

  Publishing(String bootstrapServers) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      var topics = new ArrayList<NewTopic>();
      for (Topic topic : Topics.all()) {
        topics.add(
            new NewTopic(topic.name(), topic.partitions(PARTITIONS), (short) 1)
                .configs(topic.config()));
      }
      admin.createTopics(topics).all().get();
    }
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Every position so far, as the gateway would send them with a read. */
  String positions() {
    producer.flush();
    return positions.entrySet().stream()
        .map(p -> new Position(p.getKey().topic(), p.getKey().partition(), p.getValue()).toString())
        .collect(Collectors.joining(","));
  }

  void account(long id) {
    var state =
        AccountState.newBuilder()
            .setAccountId(Long.toString(id))
            .setUsername("name" + id)
            .setDisplayName("Name " + id)
            .setNote("")
            .setFields(List.of())
            .setAvatar("")
            .setHeader("")
            .setLocked(false)
            .setBot(false)
            .setIndexable(true)
            .setRole("user")
            .setCreatedAt(Instant.EPOCH)
            .setUpdatedAt(Instant.EPOCH)
            .build();
    byte[] value = AvroCodec.of(Topics.ACCOUNT_STATES, AccountState.class).encode(state);
    send(Topics.ACCOUNT_STATES, id + "/account", value);
  }

  void relation(long low, long high, RelationshipSide lowSide, RelationshipSide highSide) {
    var state =
        new RelationshipState(
            Long.toString(low), Long.toString(high), lowSide, highSide, Instant.EPOCH);
    byte[] value =
        AvroCodec.of(Topics.ACCOUNT_PRIVATE_STATES, RelationshipState.class).encode(state);
    send(Topics.ACCOUNT_PRIVATE_STATES, low + "~" + high + "/relationship", value);
  }

  static RelationshipSide side(@Nullable FollowState follow, boolean blocks, boolean mutes) {
    return RelationshipSide.newBuilder()
        .setFollow(follow)
        .setBlockedAt(blocks ? Instant.EPOCH : null)
        .setMute(mutes ? new MuteState(Instant.EPOCH, true, null) : null)
        .build();
  }

  static FollowState follow(boolean boosts, List<String> languages) {
    return new FollowState(Instant.EPOCH, boosts, false, languages);
  }

  void appear(FeedEntry entry) {
    published.put(entry.id(), entry);
    if (entry.isBoost()) {
      boost(entry);
    } else {
      post(entry);
    }
  }

  /** No reader waits for it, so it has no position. */
  void favourite(long actor, long post, long author, boolean begins) {
    String by = Long.toString(actor);
    String of = Long.toString(author);
    var event = PostEvent.newBuilder().setMeta(meta(by)).setType("favourited");
    if (begins) {
      event.setFavourited(new PostFavourited(by, Long.toString(post), of));
    } else {
      event
          .setType("unfavourited")
          .setUnfavourited(new PostUnfavourited(by, Long.toString(post), of));
    }
    byte[] value = AvroCodec.of(Topics.POST_EVENTS, PostEvent.class).encode(event.build());
    String key = actor + "/engagement/" + post;
    int partition = Partitioning.ofKey(key, PARTITIONS);
    var sent = new ProducerRecord<>(Topics.POST_EVENTS.name(), partition, key, value);
    sent.headers().add("recorded_at", bytes(Long.toString(recordedAt++)));
    var _ = producer.send(sent);
  }

  void remove(long id) {
    FeedEntry entry = Objects.requireNonNull(published.get(id));
    var deleted =
        new PostDeleted(Long.toString(id), Long.toString(entry.actorId()), null, "author");
    String key = entry.actorId() + "/post/" + id;
    if (entry.visibility().isOpen()) {
      event(key, PostEvent.newBuilder().setType("deleted").setDeleted(deleted));
      send(Topics.POST_STATES, key, null);
    } else {
      event(key, PostPrivateEvent.newBuilder().setType("deleted").setDeleted(deleted));
      send(Topics.POST_PRIVATE_STATES, key, null);
    }
  }

  void sanction(String id, String kind, long account, @Nullable Long post) {
    var state =
        Enforcement.newBuilder()
            .setSanctionId(id)
            .setSubjectId(Long.toString(account))
            .setPostId(post == null ? null : post.toString())
            .setKind(kind)
            .setRuleId("1")
            .setImposedAt(Instant.EPOCH)
            .build();
    send(
        Topics.MODERATION_ENFORCEMENT,
        account + "/sanction/" + id,
        AvroCodec.of(Topics.MODERATION_ENFORCEMENT, Enforcement.class).encode(state));
  }

  private void post(FeedEntry entry) {
    long to = entry.inReplyToAccountId();
    String repliedTo = to == FeedEntry.NO_ACCOUNT ? null : Long.toString(to);
    List<String> mentioned = entry.mentionedIds().stream().map(String::valueOf).toList();
    String language = entry.language().isEmpty() ? null : entry.language();
    var fact =
        PostPublished.newBuilder()
            .setPostId(Long.toString(entry.id()))
            .setAuthorId(Long.toString(entry.actorId()))
            .setVisibility(word(entry))
            .setInReplyToId(repliedTo == null ? null : "1")
            .setInReplyToAccountId(repliedTo)
            .setConversationId("1")
            .setLanguage(language)
            .setTextLength(2)
            .setSpoilerLength(0)
            .setTextHash("")
            .setSensitive(false)
            .setMentionedIds(mentioned)
            .setMediaCount(0)
            .setCreatedAt(Buckets.timeOf(entry.id()))
            .build();
    var state =
        Post.newBuilder()
            .setPostId(Long.toString(entry.id()))
            .setAuthorId(Long.toString(entry.actorId()))
            .setText("Post " + entry.id() + " #" + tag(entry))
            .setSpoilerText("")
            .setVisibility(word(entry))
            .setSensitive(false)
            .setLanguage(language)
            .setInReplyToId(repliedTo == null ? null : "1")
            .setInReplyToAccountId(repliedTo)
            .setConversationId("1")
            .setMentions(mentioned.stream().map(m -> new PostMention(m, "name" + m)).toList())
            .setTags(List.of(tag(entry)))
            .setMediaIds(List.of())
            .setRevision(1)
            .setRevisions(List.of())
            .setCreatedAt(Buckets.timeOf(entry.id()))
            .build();
    String key = entry.actorId() + "/post/" + entry.id();
    if (entry.visibility().isOpen()) {
      event(key, PostEvent.newBuilder().setType("published").setPublished(fact));
      var kept = PostState.newBuilder().setType("post").setPost(state);
      open(key, kept.setUpdatedAt(Instant.EPOCH).build());
    } else {
      event(key, PostPrivateEvent.newBuilder().setType("published").setPublished(fact));
      var kept = PostPrivateState.newBuilder().setType("post").setPost(state);
      restricted(key, kept.setUpdatedAt(Instant.EPOCH).build());
    }
  }

  static String tag(FeedEntry entry) {
    return entry.id() % 2 == 0 ? "even" : "odd";
  }

  private void boost(FeedEntry entry) {
    String key = entry.actorId() + "/boost/" + entry.id();
    String actor = Long.toString(entry.actorId());
    String post = Long.toString(entry.originalId());
    String author = Long.toString(entry.originalAuthorId());
    String id = Long.toString(entry.id());
    var fact = new PostBoosted(actor, post, author, id, word(entry));
    var boost = new Boost(id, actor, post, author, word(entry), Buckets.timeOf(entry.id()));
    if (entry.visibility().isOpen()) {
      event(key, PostEvent.newBuilder().setType("boosted").setBoosted(fact));
      var state = PostState.newBuilder().setType("boost").setBoost(boost);
      open(key, state.setUpdatedAt(Instant.EPOCH).build());
    } else {
      event(key, PostPrivateEvent.newBuilder().setType("boosted").setBoosted(fact));
      var state = PostPrivateState.newBuilder().setType("boost").setBoost(boost);
      restricted(key, state.setUpdatedAt(Instant.EPOCH).build());
    }
  }

  private void open(String key, PostState state) {
    send(Topics.POST_STATES, key, AvroCodec.of(Topics.POST_STATES, PostState.class).encode(state));
  }

  private void restricted(String key, PostPrivateState state) {
    send(
        Topics.POST_PRIVATE_STATES,
        key,
        AvroCodec.of(Topics.POST_PRIVATE_STATES, PostPrivateState.class).encode(state));
  }

  private void event(String key, PostEvent.Builder event) {
    send(
        Topics.POST_EVENTS,
        key,
        AvroCodec.of(Topics.POST_EVENTS, PostEvent.class).encode(event.setMeta(meta(key)).build()));
  }

  private void event(String key, PostPrivateEvent.Builder event) {
    send(
        Topics.POST_PRIVATE_EVENTS,
        key,
        AvroCodec.of(Topics.POST_PRIVATE_EVENTS, PostPrivateEvent.class)
            .encode(event.setMeta(meta(key)).build()));
  }

  private static Meta meta(String key) {
    return Meta.newBuilder()
        .setEventId("e")
        .setStreamId(key)
        .setSequence(1)
        .setOccurredAt(Instant.EPOCH)
        .setRecordedAt(Instant.EPOCH)
        .setActorId("")
        .setCommandId("c")
        .setCausationId("")
        .setCorrelationId("")
        .build();
  }

  private static String word(FeedEntry entry) {
    return entry.visibility().name().toLowerCase(java.util.Locale.ROOT);
  }

  private void send(Topic topic, String key, byte @Nullable [] value) {
    int partition = Partitioning.ofKey(key, PARTITIONS);
    long position = positions.merge(new TopicPartition(topic.name(), partition), 2L, Long::sum);
    var sent = new ProducerRecord<>(topic.name(), partition, key, value);
    sent.headers().add("position", bytes(Long.toString(position)));
    sent.headers().add("recorded_at", bytes(Long.toString(recordedAt++)));
    var _ = producer.send(sent);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close();
  }
}
