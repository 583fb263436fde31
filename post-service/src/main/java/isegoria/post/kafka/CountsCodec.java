package isegoria.post.kafka;

import isegoria.events.AvroCodec;
import isegoria.events.EnvelopeCodec;
import isegoria.events.Partitioning;
import isegoria.events.Topics;
import isegoria.events.post.PostBoosted;
import isegoria.events.post.PostCounts;
import isegoria.events.post.PostDeleted;
import isegoria.events.post.PostEvent;
import isegoria.events.post.PostFavourited;
import isegoria.events.post.PostPrivateEvent;
import isegoria.events.post.PostPublished;
import isegoria.events.post.PostUnboosted;
import isegoria.events.post.PostUnfavourited;
import isegoria.eventsourcing.fold.CountFold;
import isegoria.post.read.counts.Counts;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/**
 * Facts as changes of a post's counts, and counts as records. A private answer is not counted: only
 * those who may read it know that it is there.
 */
public final class CountsCodec {

  private static final CountsCodec CODEC = new CountsCodec();

  /** Facts to one count per post. */
  public static final CountFold<Counts> FOLD =
      new CountFold<>(
          "post-counts",
          "subject",
          List.of(
              new CountFold.Source<>(Topics.POST_EVENTS, CODEC::openChanges),
              new CountFold.Source<>(Topics.POST_PRIVATE_EVENTS, CODEC::restrictedChanges)),
          CountsSerde.create(),
          () -> Counts.NONE,
          (key, change, total) -> total.plus(change),
          CODEC::encode,
          Topics.POST_COUNTS);

  private static final String POST = "post";

  private final AvroCodec<PostEvent> open = AvroCodec.of(Topics.POST_EVENTS, PostEvent.class);
  private final AvroCodec<PostPrivateEvent> restricted =
      AvroCodec.of(Topics.POST_PRIVATE_EVENTS, PostPrivateEvent.class);
  private final AvroCodec<PostCounts> counts = AvroCodec.of(Topics.POST_COUNTS, PostCounts.class);

  private CountsCodec() {}

  List<KeyValue<String, Counts>> openChanges(byte[] bytes) {
    return switch (EnvelopeCodec.content(open.decode(bytes))) {
      case PostPublished e -> answered(e.getInReplyToId(), Counts.REPLY);
      case PostDeleted e -> deleted(e);
      case null -> List.of();
      case SpecificRecord fact -> changes(fact);
    };
  }

  List<KeyValue<String, Counts>> restrictedChanges(byte[] bytes) {
    return switch (EnvelopeCodec.content(restricted.decode(bytes))) {
      case PostDeleted e -> List.of(post(e.getPostId(), Counts.END));
      case null -> List.of();
      case SpecificRecord fact -> changes(fact);
    };
  }

  /** What counts wherever it is told. */
  private static List<KeyValue<String, Counts>> changes(SpecificRecord fact) {
    return switch (fact) {
      case PostBoosted e -> List.of(post(e.getPostId(), Counts.BOOST));
      case PostUnboosted e -> List.of(post(e.getPostId(), Counts.UNBOOST));
      case PostFavourited e -> List.of(post(e.getPostId(), Counts.FAVOURITE));
      case PostUnfavourited e -> List.of(post(e.getPostId(), Counts.UNFAVOURITE));
      default -> List.of();
    };
  }

  private static List<KeyValue<String, Counts>> answered(@Nullable String post, Counts change) {
    return post == null ? List.of() : List.of(post(post, change));
  }

  private static List<KeyValue<String, Counts>> deleted(PostDeleted post) {
    var changes = new ArrayList<>(answered(post.getInReplyToId(), Counts.UNREPLY));
    // What a sanction took down may come back, and then its likes are still there.
    if (!post.getReason().equals("removed")) {
      changes.add(post(post.getPostId(), Counts.END));
    }
    return changes;
  }

  /** The record of a count; null ends it. */
  byte @Nullable [] encode(String key, Counts total) {
    return total.gone()
        ? null
        : counts.encode(
            new PostCounts(
                Partitioning.ownerOf(key),
                total.favourites(),
                total.boosts(),
                Math.max(0, total.replies())));
  }

  private static KeyValue<String, Counts> post(String id, Counts change) {
    return KeyValue.pair(Partitioning.key(id, POST), change);
  }
}
