package isegoria.benchmarks.ladder;

import isegoria.benchmarks.People;
import isegoria.events.AvroReader;
import isegoria.events.Topics;
import isegoria.events.post.PostEvent;
import isegoria.events.post.PostPublished;
import isegoria.eventsourcing.apply.RowWriter;
import isegoria.timeline.feed.cassandra.PostRows;
import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.Visibility;
import isegoria.timeline.feed.read.post.PostChange;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Posts into the logs of their authors: of what timeline-service's view of posts writes, the rows
 * that feeds are made from. It counts them, so that the cost of one rung is not taken for
 * another's.
 */
final class AuthorLogView implements RowWriter {
  private static final long MICROS_PER_MILLI = 1_000;

  /** Authors who begin at the same time: some requests of a hundred rows each. */
  private static final int AT_ONCE = 1_000;

  private final AvroReader<PostEvent> codec = AvroReader.of(Topics.POST_EVENTS, PostEvent.class);
  private final PostRows rows;
  private final AtomicLong expected = new AtomicLong();
  private final AtomicLong written = new AtomicLong();
  private final AtomicLong newest = new AtomicLong();
  private volatile long skipTo;

  AuthorLogView(PostRows rows) {
    this.rows = rows;
  }

  /**
   * Has each of them boost something and take it back, before anything is measured: an author's
   * first post of a month writes a row more, and in a run of seconds nearly all would be first.
   *
   * @param id of the boosts, in the month of the posts to come
   */
  void begin(int people, long id) {
    List<CompletableFuture<?>> sent = new ArrayList<>();
    for (int author = 0; author < people; author++) {
      long actorId = People.id(author);
      FeedEntry boost = FeedEntry.boost(id, actorId, id, actorId, Visibility.of("public"));
      sent.add(
          apply(new PostChange.BoostStands(boost), 1)
              .thenCompose(_ -> apply(new PostChange.BoostGone(actorId, id), 2))
              .toCompletableFuture());
      if (sent.size() == AT_ONCE || author == people - 1) {
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
        sent.clear();
      }
    }
  }

  private CompletionStage<?> apply(PostChange change, long writtenAt) {
    return rows.apply(change, /* state= */ null, /* isRestricted= */ false, writtenAt);
  }

  /** Posts up to this one are not written. */
  void skipTo(long id) {
    skipTo = id;
  }

  /** Whether everything up to this post was read: ids rise, but for those that come together. */
  boolean hasPassed(long id) {
    return newest.get() >= id;
  }

  /** One more post is on its way. */
  void expect() {
    expected.incrementAndGet();
  }

  /** Whether every post that was on its way has its row. */
  boolean isComplete() {
    return written.get() >= expected.get();
  }

  @Override
  public CompletionStage<?> write(ConsumerRecord<String, byte[]> event) {
    PostPublished post = codec.decode(event.value()).getPublished();
    long id = Long.parseLong(post.getPostId());
    newest.accumulateAndGet(id, Math::max);
    if (id <= skipTo) {
      return CompletableFuture.completedStage(null);
    }
    var entry =
        new FeedEntry(
            id,
            Long.parseLong(post.getAuthorId()),
            0,
            0,
            FeedEntry.NO_ACCOUNT,
            Visibility.of(post.getVisibility()),
            "en",
            /* hasMedia= */ false,
            List.of());
    // As a boost, it has no row but the one in its author's log.
    return apply(new PostChange.BoostStands(entry), event.timestamp() * MICROS_PER_MILLI)
        .thenRun(written::incrementAndGet);
  }
}
