package isegoria.timeline.feed.kafka;

import isegoria.api.view.PostContent;
import isegoria.events.AvroReader;
import isegoria.events.Topics;
import isegoria.events.post.Boost;
import isegoria.events.post.Engagement;
import isegoria.events.post.Pins;
import isegoria.events.post.Post;
import isegoria.events.post.PostPrivateState;
import isegoria.events.post.PostState;
import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.Visibility;
import isegoria.timeline.feed.read.post.PostChange;
import isegoria.timeline.feed.read.post.PostRow;
import org.jspecify.annotations.Nullable;

/** States of posts, boosts, pins and engagements to what they change in this service's copies. */
public final class PostStateCodec {

  private static final int KEY_PARTS = 3;

  private final AvroReader<PostState> open = AvroReader.of(Topics.POST_STATES, PostState.class);
  private final AvroReader<PostPrivateState> restricted =
      AvroReader.of(Topics.POST_PRIVATE_STATES, PostPrivateState.class);

  /** A kept state back to the post it is. */
  public PostRow post(byte[] state, boolean isRestricted) {
    return isRestricted
        ? copy(restricted.decode(state).getPost())
        : copy(open.decode(state).getPost());
  }

  PostChange change(String topic, String key, byte @Nullable [] value) {
    if (value == null) {
      return gone(key);
    }
    return topic.equals(Topics.POST_STATES.name())
        ? stands(open.decode(value))
        : stands(restricted.decode(value));
  }

  private static PostChange stands(PostState state) {
    return switch (state.getType()) {
      case "post" -> new PostChange.PostStands(copy(state.getPost()));
      case "boost" -> boost(state.getBoost());
      case "pins" -> pins(state.getPins());
      default -> throw new IllegalArgumentException("post state: " + state.getType());
    };
  }

  private static PostChange stands(PostPrivateState state) {
    return switch (state.getType()) {
      case "post" -> new PostChange.PostStands(copy(state.getPost()));
      case "engagement" -> engagement(state.getEngagement());
      case "boost" -> boost(state.getBoost());
      default -> throw new IllegalArgumentException("post private state: " + state.getType());
    };
  }

  /** A tombstone has no value, so its key says what is gone. */
  private static PostChange gone(String key) {
    String[] parts = key.split("/", KEY_PARTS);
    long owner = Long.parseLong(parts[0]);
    return switch (parts[1]) {
      case "post" -> new PostChange.PostGone(owner, Long.parseLong(parts[2]));
      case "boost" -> new PostChange.BoostGone(owner, Long.parseLong(parts[2]));
      case "pins" -> new PostChange.PinsStand(owner, java.util.List.of());
      case "engagement" ->
          new PostChange.EngagementStands(
              owner, Long.parseLong(parts[2]), isegoria.timeline.feed.read.post.Engagement.NONE);
      default -> throw new IllegalArgumentException("key: " + parts[1] + " (expected: post, …)");
    };
  }

  private static PostChange boost(Boost boost) {
    return new PostChange.BoostStands(
        FeedEntry.boost(
            Long.parseLong(boost.getBoostId()),
            Long.parseLong(boost.getActorId()),
            Long.parseLong(boost.getPostId()),
            Long.parseLong(boost.getAuthorId()),
            Visibility.of(boost.getVisibility())));
  }

  private static PostChange pins(Pins pins) {
    return new PostChange.PinsStand(
        Long.parseLong(pins.getAuthorId()), pins.getPostIds().stream().map(Long::valueOf).toList());
  }

  private static PostChange engagement(Engagement state) {
    return new PostChange.EngagementStands(
        Long.parseLong(state.getActorId()),
        Long.parseLong(state.getPostId()),
        new isegoria.timeline.feed.read.post.Engagement(
            state.getFavouritedAt() != null,
            state.getBoostId() != null,
            state.getBookmarkedAt() != null,
            state.getConversationMutedAt() != null));
  }

  private static PostRow copy(Post post) {
    return new PostRow(
        Long.parseLong(post.getPostId()),
        Long.parseLong(post.getAuthorId()),
        post.getText(),
        post.getSpoilerText(),
        Visibility.of(post.getVisibility()),
        post.getSensitive(),
        post.getLanguage(),
        id(post.getInReplyToId()),
        id(post.getInReplyToAccountId()),
        post.getMentions().stream()
            .map(m -> new PostContent.Mentioned(Long.parseLong(m.getAccountId()), m.getUsername()))
            .toList(),
        post.getTags(),
        post.getMediaIds().size(),
        post.getApplicationName(),
        post.getApplicationWebsite(),
        post.getRevision(),
        post.getCreatedAt(),
        post.getEditedAt());
  }

  private static @Nullable Long id(@Nullable String decimal) {
    return decimal == null || decimal.isEmpty() ? null : Long.valueOf(decimal);
  }
}
