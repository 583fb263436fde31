package isegoria.post.kafka;

import isegoria.api.text.Characters;
import isegoria.events.AvroCodec;
import isegoria.events.Meta;
import isegoria.events.PostId;
import isegoria.events.Topic;
import isegoria.events.Topics;
import isegoria.events.post.PostEdited;
import isegoria.events.post.PostMention;
import isegoria.events.post.PostPrivateEvent;
import isegoria.events.post.PostPrivateState;
import isegoria.events.post.PostPublished;
import isegoria.events.post.PostRevision;
import isegoria.events.post.PostState;
import isegoria.eventsourcing.Publication;
import isegoria.eventsourcing.Publisher;
import isegoria.eventsourcing.Recorded;
import isegoria.post.write.post.Post;
import isegoria.post.write.post.Post.Live;
import isegoria.post.write.post.Post.Removed;
import isegoria.post.write.post.PostEvent;
import isegoria.post.write.post.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a decision about a post publishes: facts without words, and the whole state, on the open
 * topics when everybody may read the post and on the restricted ones when not.
 */
public final class PostCodec implements Publisher<Post, PostEvent> {

  private final AvroCodec<isegoria.events.post.PostEvent> openEvents =
      AvroCodec.of(Topics.POST_EVENTS, isegoria.events.post.PostEvent.class);
  private final AvroCodec<PostPrivateEvent> privateEvents =
      AvroCodec.of(Topics.POST_PRIVATE_EVENTS, PostPrivateEvent.class);
  private final AvroCodec<PostState> openStates = AvroCodec.of(Topics.POST_STATES, PostState.class);
  private final AvroCodec<PostPrivateState> privateStates =
      AvroCodec.of(Topics.POST_PRIVATE_STATES, PostPrivateState.class);
  private final WordsHash hash;

  public PostCodec(WordsHash hash) {
    this.hash = hash;
  }

  @Override
  public List<Publication> publish(Recorded<Post, PostEvent> recorded) {
    var publications = new ArrayList<Publication>();
    Live shown = shown(recorded.before(), recorded.after());
    if (shown == null) {
      return List.of();
    }
    for (int i = 0; i < recorded.events().size(); i++) {
      Publication fact = fact(recorded, i, shown);
      if (fact != null) {
        publications.add(fact);
      }
    }
    publications.add(state(recorded, shown));
    return publications;
  }

  /** The post as readers know or knew it: after the decision, or else before it. */
  private static @Nullable Live shown(Post before, Post after) {
    Live now = content(after);
    return now == null ? content(before) : now;
  }

  private static @Nullable Live content(Post post) {
    return switch (post) {
      case Live live -> live;
      case Removed removed -> removed.content();
      case Post.Unpublished _ -> null;
      case Post.Deleted _ -> null;
    };
  }

  private @Nullable Publication fact(Recorded<Post, PostEvent> recorded, int index, Live shown) {
    boolean gone = !(recorded.before() instanceof Live);
    Meta meta = MetaCodec.of(recorded, index);
    return switch (recorded.events().get(index)) {
      case PostEvent.PostPublished _, PostEvent.PostRestored _ ->
          fact(shown, meta, "published", published(shown), null, null);
      case PostEvent.PostEdited e -> fact(shown, meta, "edited", null, edited(shown, e), null);
      case PostEvent.PostRemoved _ ->
          fact(shown, meta, "deleted", null, null, deleted(shown, "removed"));
      // A post that a sanction took down was published as gone then; it is not published as gone
      // twice.
      case PostEvent.PostDeleted _ ->
          gone ? null : fact(shown, meta, "deleted", null, null, deleted(shown, "author"));
      case PostEvent.PostErased _ ->
          gone ? null : fact(shown, meta, "deleted", null, null, deleted(shown, "erased"));
    };
  }

  private Publication fact(
      Live shown,
      Meta meta,
      String type,
      @Nullable PostPublished published,
      @Nullable PostEdited edited,
      isegoria.events.post.@Nullable PostDeleted deleted) {
    String key = meta.getStreamId();
    if (shown.placement().visibility().isOpen()) {
      return new Publication(
          Topics.POST_EVENTS,
          key,
          type,
          openEvents.encode(
              isegoria.events.post.PostEvent.newBuilder()
                  .setMeta(meta)
                  .setType(type)
                  .setPublished(published)
                  .setEdited(edited)
                  .setDeleted(deleted)
                  .build()));
    }
    return new Publication(
        Topics.POST_PRIVATE_EVENTS,
        key,
        type,
        privateEvents.encode(
            PostPrivateEvent.newBuilder()
                .setMeta(meta)
                .setType(type)
                .setPublished(published)
                .setEdited(edited)
                .setDeleted(deleted)
                .build()));
  }

  private PostPublished published(Live post) {
    Words words = post.words();
    return PostPublished.newBuilder()
        .setPostId(post.id().toString())
        .setAuthorId(post.author().toString())
        .setVisibility(lower(post))
        .setInReplyToId(inReplyTo(post))
        .setInReplyToAccountId(inReplyToAuthor(post))
        .setConversationId(post.placement().conversation().toString())
        .setLanguage(words.language())
        .setTextLength(Characters.count(words.text()))
        .setSpoilerLength(Characters.count(words.spoilerText()))
        .setTextHash(hash(post.id(), words))
        .setSensitive(words.sensitive())
        .setMentionedIds(mentionedIds(words))
        .setMediaCount(post.mediaIds().size())
        .setCreatedAt(post.createdAt())
        .build();
  }

  private PostEdited edited(Live post, PostEvent.PostEdited event) {
    Words words = event.words();
    return PostEdited.newBuilder()
        .setPostId(post.id().toString())
        .setAuthorId(post.author().toString())
        .setRevision(event.revision())
        .setTextLength(Characters.count(words.text()))
        .setSpoilerLength(Characters.count(words.spoilerText()))
        .setTextHash(hash(post.id(), words))
        .setMentionedIds(mentionedIds(words))
        .build();
  }

  private static isegoria.events.post.PostDeleted deleted(Live post, String reason) {
    return isegoria.events.post.PostDeleted.newBuilder()
        .setPostId(post.id().toString())
        .setAuthorId(post.author().toString())
        .setInReplyToId(inReplyTo(post))
        .setReason(reason)
        .build();
  }

  private Publication state(Recorded<Post, PostEvent> recorded, Live shown) {
    boolean open = shown.placement().visibility().isOpen();
    Topic topic = open ? Topics.POST_STATES : Topics.POST_PRIVATE_STATES;
    if (!(recorded.after() instanceof Live live)) {
      return new Publication(topic, recorded.key(), "post", null);
    }
    byte[] value =
        open
            ? openStates.encode(
                PostState.newBuilder()
                    .setType("post")
                    .setPost(post(live))
                    .setUpdatedAt(recorded.recordedAt())
                    .build())
            : privateStates.encode(
                PostPrivateState.newBuilder()
                    .setType("post")
                    .setPost(post(live))
                    .setUpdatedAt(recorded.recordedAt())
                    .build());
    return new Publication(topic, recorded.key(), "post", value);
  }

  private static isegoria.events.post.Post post(Live post) {
    Words words = post.words();
    var application = post.application();
    return isegoria.events.post.Post.newBuilder()
        .setPostId(post.id().toString())
        .setAuthorId(post.author().toString())
        .setText(words.text())
        .setSpoilerText(words.spoilerText())
        .setVisibility(lower(post))
        .setSensitive(words.sensitive())
        .setLanguage(words.language())
        .setInReplyToId(inReplyTo(post))
        .setInReplyToAccountId(inReplyToAuthor(post))
        .setConversationId(post.placement().conversation().toString())
        .setMentions(
            words.mentions().stream()
                .map(m -> new PostMention(m.account().toString(), m.username()))
                .toList())
        .setTags(words.tags())
        .setMediaIds(post.mediaIds())
        .setApplicationName(application == null ? null : application.name())
        .setApplicationWebsite(application == null ? null : application.website())
        .setRevision(post.revision())
        .setRevisions(
            post.revisions().stream()
                .map(r -> new PostRevision(r.text(), r.spoilerText(), r.sensitive(), r.createdAt()))
                .toList())
        .setCreatedAt(post.createdAt())
        .setEditedAt(post.editedAt())
        .build();
  }

  private String hash(PostId id, Words words) {
    return hash.of(id, words.text(), words.spoilerText());
  }

  private static String lower(Live post) {
    return post.placement().visibility().name().toLowerCase(Locale.ROOT);
  }

  private static List<String> mentionedIds(Words words) {
    return words.mentions().stream().map(m -> m.account().toString()).toList();
  }

  private static @Nullable String inReplyTo(Live post) {
    var to = post.placement().inReplyTo();
    return to == null ? null : to.post().toString();
  }

  private static @Nullable String inReplyToAuthor(Live post) {
    var to = post.placement().inReplyTo();
    return to == null ? null : to.author().toString();
  }
}
