package isegoria.timeline.notification.kafka;

import isegoria.events.AccountId;
import isegoria.events.AvroReader;
import isegoria.events.EnvelopeCodec;
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
import isegoria.timeline.notification.policy.Deed;
import isegoria.timeline.notification.policy.Deed.Addressed;
import isegoria.timeline.notification.policy.Deed.Begun;
import isegoria.timeline.notification.policy.Deed.LetIn;
import isegoria.timeline.notification.policy.Deed.PostGone;
import isegoria.timeline.notification.policy.Deed.Undone;
import isegoria.timeline.notification.write.Activity;
import isegoria.timeline.notification.write.NotificationType;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Events of posts and accounts, as far as an account may have to be told of them. */
final class DeedCodec {

  private final AvroReader<PostEvent> posts = AvroReader.of(Topics.POST_EVENTS, PostEvent.class);
  private final AvroReader<PostPrivateEvent> privatePosts =
      AvroReader.of(Topics.POST_PRIVATE_EVENTS, PostPrivateEvent.class);
  private final AvroReader<AccountEvent> accounts =
      AvroReader.of(Topics.ACCOUNT_EVENTS, AccountEvent.class);
  private final AvroReader<AccountPrivateEvent> privateAccounts =
      AvroReader.of(Topics.ACCOUNT_PRIVATE_EVENTS, AccountPrivateEvent.class);

  /** Null for an event that is told to no account. */
  @Nullable Deed decode(String topic, byte[] value, Instant at) {
    if (topic.equals(Topics.POST_EVENTS.name())) {
      return ofPost(EnvelopeCodec.content(posts.decode(value)), at);
    }
    if (topic.equals(Topics.POST_PRIVATE_EVENTS.name())) {
      return ofPost(EnvelopeCodec.content(privatePosts.decode(value)), at);
    }
    if (topic.equals(Topics.ACCOUNT_EVENTS.name())) {
      AccountEvent event = accounts.decode(value);
      return ofFollow(EnvelopeCodec.content(event), event.getMeta().getActorId(), at);
    }
    return ofRequest(EnvelopeCodec.content(privateAccounts.decode(value)), at);
  }

  private static @Nullable Deed ofPost(@Nullable SpecificRecord event, Instant at) {
    return switch (event) {
      case PostPublished e -> addressed(e.getPostId(), e.getAuthorId(), e.getMentionedIds(), at);
      case PostEdited e -> addressed(e.getPostId(), e.getAuthorId(), e.getMentionedIds(), at);
      case PostDeleted e -> new PostGone(PostId.of(e.getPostId()));
      case PostFavourited e ->
          new Begun(AccountId.of(e.getAuthorId()), favourite(e.getActorId(), e.getPostId()), at);
      case PostUnfavourited e ->
          new Undone(AccountId.of(e.getAuthorId()), favourite(e.getActorId(), e.getPostId()));
      case PostBoosted e ->
          new Begun(AccountId.of(e.getAuthorId()), boost(e.getActorId(), e.getPostId()), at);
      case PostUnboosted e ->
          new Undone(AccountId.of(e.getAuthorId()), boost(e.getActorId(), e.getPostId()));
      case null, default -> null;
    };
  }

  /** {@code actor}: who asked for it; for a request that was accepted, the followed. */
  private static @Nullable Deed ofFollow(@Nullable SpecificRecord event, String actor, Instant at) {
    return switch (event) {
      case AccountFollowed e when actor.equals(e.getFollowedId()) ->
          new LetIn(AccountId.of(e.getFollowedId()), AccountId.of(e.getFollowerId()), at);
      case AccountFollowed e ->
          new Begun(
              AccountId.of(e.getFollowedId()),
              about(NotificationType.FOLLOW, e.getFollowerId()),
              at);
      case AccountUnfollowed e ->
          new Undone(
              AccountId.of(e.getFollowedId()), about(NotificationType.FOLLOW, e.getFollowerId()));
      case null, default -> null;
    };
  }

  private static @Nullable Deed ofRequest(@Nullable SpecificRecord event, Instant at) {
    return switch (event) {
      case FollowRequested e ->
          new Begun(
              AccountId.of(e.getTargetId()),
              about(NotificationType.FOLLOW_REQUEST, e.getActorId()),
              at);
      case FollowRequestWithdrawn e ->
          new Undone(
              AccountId.of(e.getTargetId()),
              about(NotificationType.FOLLOW_REQUEST, e.getActorId()));
      // Its actor is the asked.
      case FollowRequestRejected e ->
          new Undone(
              AccountId.of(e.getActorId()),
              about(NotificationType.FOLLOW_REQUEST, e.getTargetId()));
      case null, default -> null;
    };
  }

  private static Deed addressed(String post, String author, List<String> mentioned, Instant at) {
    return new Addressed(
        PostId.of(post), AccountId.of(author), mentioned.stream().map(AccountId::of).toList(), at);
  }

  private static Activity favourite(String actor, String post) {
    return new Activity(NotificationType.FAVOURITE, AccountId.of(actor), PostId.of(post));
  }

  private static Activity boost(String actor, String post) {
    return new Activity(NotificationType.REBLOG, AccountId.of(actor), PostId.of(post));
  }

  private static Activity about(NotificationType type, String actor) {
    return new Activity(type, AccountId.of(actor), null);
  }
}
