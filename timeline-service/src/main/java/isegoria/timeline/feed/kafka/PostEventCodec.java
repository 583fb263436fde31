package isegoria.timeline.feed.kafka;

import isegoria.events.AvroReader;
import isegoria.events.EnvelopeCodec;
import isegoria.events.Topics;
import isegoria.events.post.PostBoosted;
import isegoria.events.post.PostDeleted;
import isegoria.events.post.PostEdited;
import isegoria.events.post.PostEvent;
import isegoria.events.post.PostPrivateEvent;
import isegoria.events.post.PostPublished;
import isegoria.events.post.PostUnboosted;
import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.FeedFact;
import isegoria.timeline.feed.read.Visibility;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/** Events of posts, public and private, cut down to facts of the slim log. */
final class PostEventCodec {

  private final AvroReader<PostEvent> open = AvroReader.of(Topics.POST_EVENTS, PostEvent.class);
  private final AvroReader<PostPrivateEvent> restricted =
      AvroReader.of(Topics.POST_PRIVATE_EVENTS, PostPrivateEvent.class);

  /** The fact, or null where the event changes no feed. */
  @Nullable FeedFact decode(String topic, byte[] value) {
    boolean isOpen = topic.equals(Topics.POST_EVENTS.name());
    SpecificRecordBase event = isOpen ? open.decode(value) : restricted.decode(value);
    return switch (EnvelopeCodec.content(event)) {
      case PostPublished published -> published(published);
      // Whom an open post mentions decides nothing in feeds.
      case PostEdited edited -> isOpen ? null : edited(edited);
      case PostDeleted deleted -> deleted(deleted);
      case PostBoosted boosted -> boosted(boosted);
      case PostUnboosted unboosted -> unboosted(unboosted);
      case null, default -> null;
    };
  }

  private static FeedFact published(PostPublished event) {
    Visibility visibility = Visibility.of(event.getVisibility());
    String language = event.getLanguage();
    return new FeedFact.Appeared(
        new FeedEntry(
            Long.parseLong(event.getPostId()),
            Long.parseLong(event.getAuthorId()),
            0,
            0,
            answered(event.getInReplyToId(), event.getInReplyToAccountId()),
            visibility,
            language == null ? "" : language,
            event.getMediaCount() > 0,
            visibility.isOpen() ? List.of() : ids(event.getMentionedIds())));
  }

  private static FeedFact edited(PostEdited event) {
    return new FeedFact.Readdressed(
        Long.parseLong(event.getPostId()), ids(event.getMentionedIds()));
  }

  private static FeedFact deleted(PostDeleted event) {
    return new FeedFact.Removed(Long.parseLong(event.getPostId()));
  }

  private static FeedFact boosted(PostBoosted event) {
    return new FeedFact.Appeared(
        FeedEntry.boost(
            Long.parseLong(event.getBoostId()),
            Long.parseLong(event.getActorId()),
            Long.parseLong(event.getPostId()),
            Long.parseLong(event.getAuthorId()),
            Visibility.of(event.getVisibility())));
  }

  private static FeedFact unboosted(PostUnboosted event) {
    return new FeedFact.Removed(Long.parseLong(event.getBoostId()));
  }

  static long answered(@Nullable String postId, @Nullable String accountId) {
    if (accountId != null && !accountId.isEmpty()) {
      return Long.parseLong(accountId);
    }
    return postId == null || postId.isEmpty() ? FeedEntry.NO_ACCOUNT : FeedEntry.UNKNOWN_ACCOUNT;
  }

  private static List<Long> ids(List<String> decimals) {
    return decimals.stream().map(Long::valueOf).toList();
  }
}
