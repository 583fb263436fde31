package isegoria.post.kafka;

import isegoria.api.text.Characters;
import isegoria.events.PostId;
import isegoria.events.post.PostEdited;
import isegoria.events.post.PostMention;
import isegoria.events.post.PostPublished;
import isegoria.events.post.PostRevision;
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
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a decision about a post publishes: facts without words, and the whole state, on the open
 * topics when everybody may read the post and on the restricted ones when not.
 */
public final class PostCodec implements Publisher<Post, PostEvent> {

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
    boolean isOpen = shown.placement().visibility().isOpen();
    for (int i = 0; i < recorded.events().size(); i++) {
      SpecificRecord fact =
          fact(recorded.events().get(i), shown, recorded.before() instanceof Live);
      if (fact != null) {
        publications.add(PostTopics.FACTS.fact(isOpen, recorded, i, fact));
      }
    }
    publications.add(
        recorded.after() instanceof Live live
            ? PostTopics.STATES.state(isOpen, recorded, recorded.key(), post(live))
            : PostTopics.STATES.tombstone(isOpen, recorded.key(), "post"));
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

  /** Null where nothing is published: what a sanction took down was published as gone then. */
  private @Nullable SpecificRecord fact(PostEvent event, Live shown, boolean isLive) {
    return switch (event) {
      case PostEvent.PostPublished _, PostEvent.PostRestored _ -> published(shown);
      case PostEvent.PostEdited e -> edited(shown, e);
      case PostEvent.PostRemoved _ -> deleted(shown, "removed");
      case PostEvent.PostDeleted _ -> isLive ? deleted(shown, "author") : null;
      case PostEvent.PostErased _ -> isLive ? deleted(shown, "erased") : null;
    };
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
    return PostTopics.word(post.placement().visibility());
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
