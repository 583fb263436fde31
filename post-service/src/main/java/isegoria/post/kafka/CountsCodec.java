package isegoria.post.kafka;

import isegoria.events.AvroCodec;
import isegoria.events.Partitioning;
import isegoria.events.PostId;
import isegoria.events.Topics;
import isegoria.events.post.CountsOfAccount;
import isegoria.events.post.CountsOfPost;
import isegoria.events.post.PostCounts;
import isegoria.events.post.PostDeleted;
import isegoria.events.post.PostEvent;
import isegoria.events.post.PostPrivateEvent;
import isegoria.events.post.PostPublished;
import isegoria.post.read.counts.Counts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/**
 * Facts as changes of counts, and counts as records. What only some may read is counted only where
 * they read it: by post. The number of an account's posts is of those that everybody may read.
 */
final class CountsCodec {

  private static final String POST = "post";
  private static final String ACCOUNT = "account";

  private final AvroCodec<PostEvent> open = AvroCodec.of(Topics.POST_EVENTS, PostEvent.class);
  private final AvroCodec<PostPrivateEvent> restricted =
      AvroCodec.of(Topics.POST_PRIVATE_EVENTS, PostPrivateEvent.class);
  private final AvroCodec<PostCounts> counts = AvroCodec.of(Topics.POST_COUNTS, PostCounts.class);

  List<KeyValue<String, Counts>> openChanges(byte[] bytes) {
    PostEvent event = open.decode(bytes);
    var changes = new ArrayList<KeyValue<String, Counts>>();
    switch (event.getType()) {
      case "published" -> published(event.getPublished(), changes);
      case "deleted" -> deleted(event.getDeleted(), changes);
      case "boosted" -> {
        changes.add(post(event.getBoosted().getPostId(), Counts.BOOST));
        long at = micros(timeOf(event.getBoosted().getBoostId()));
        changes.add(account(event.getBoosted().getActorId(), Counts.post(at)));
      }
      case "unboosted" -> {
        changes.add(post(event.getUnboosted().getPostId(), Counts.UNBOOST));
        changes.add(account(event.getUnboosted().getActorId(), Counts.UNPOST));
      }
      case "favourited" -> changes.add(post(event.getFavourited().getPostId(), Counts.FAVOURITE));
      case "unfavourited" ->
          changes.add(post(event.getUnfavourited().getPostId(), Counts.UNFAVOURITE));
      default -> {
        // Edits and pins change no count, and neither does what a later version may add.
      }
    }
    return changes;
  }

  List<KeyValue<String, Counts>> restrictedChanges(byte[] bytes) {
    PostPrivateEvent event = restricted.decode(bytes);
    return switch (event.getType()) {
      case "deleted" -> List.of(post(event.getDeleted().getPostId(), Counts.END));
      case "boosted" -> List.of(post(event.getBoosted().getPostId(), Counts.BOOST));
      case "unboosted" -> List.of(post(event.getUnboosted().getPostId(), Counts.UNBOOST));
      case "favourited" -> List.of(post(event.getFavourited().getPostId(), Counts.FAVOURITE));
      case "unfavourited" -> List.of(post(event.getUnfavourited().getPostId(), Counts.UNFAVOURITE));
      default -> List.of();
    };
  }

  private static void published(PostPublished post, List<KeyValue<String, Counts>> changes) {
    changes.add(account(post.getAuthorId(), Counts.post(micros(post.getCreatedAt()))));
    if (post.getInReplyToId() != null) {
      changes.add(post(post.getInReplyToId(), Counts.REPLY));
    }
  }

  private static void deleted(PostDeleted post, List<KeyValue<String, Counts>> changes) {
    changes.add(account(post.getAuthorId(), Counts.UNPOST));
    if (post.getInReplyToId() != null) {
      changes.add(post(post.getInReplyToId(), Counts.UNREPLY));
    }
    // What a sanction took down may come back, and then its likes are still there.
    if (!post.getReason().equals("removed")) {
      changes.add(post(post.getPostId(), Counts.END));
    }
  }

  /** The record of a count; null ends it. */
  byte @Nullable [] encode(String key, Counts total) {
    String subject = Partitioning.ownerOf(key);
    if (key.endsWith("/" + ACCOUNT)) {
      var account =
          CountsOfAccount.newBuilder()
              .setAccountId(subject)
              .setPosts(Math.max(0, total.posts()))
              .setLastPostAt(
                  total.lastPostAtMicros() == 0
                      ? null
                      : Instant.EPOCH.plus(total.lastPostAtMicros(), ChronoUnit.MICROS))
              .build();
      return counts.encode(PostCounts.newBuilder().setType(ACCOUNT).setAccount(account).build());
    }
    if (total.gone()) {
      return null;
    }
    var post =
        new CountsOfPost(subject, total.favourites(), total.boosts(), Math.max(0, total.replies()));
    return counts.encode(PostCounts.newBuilder().setType(POST).setPost(post).build());
  }

  private static KeyValue<String, Counts> post(String id, Counts change) {
    return KeyValue.pair(Partitioning.key(id, POST), change);
  }

  private static KeyValue<String, Counts> account(String id, Counts change) {
    return KeyValue.pair(Partitioning.key(id, ACCOUNT), change);
  }

  /** An id carries its time. */
  private static Instant timeOf(String id) {
    return Instant.ofEpochMilli(PostId.of(id).value() >>> 16);
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }
}
