package isegoria.timeline.feed.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Statement;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.IndexTable;
import isegoria.cassandra.Writes;
import isegoria.timeline.feed.read.Buckets;
import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.post.Engagement;
import isegoria.timeline.feed.read.post.PostChange;
import isegoria.timeline.feed.read.post.PostRow;
import isegoria.timeline.feed.read.shared.SharedFeed;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What each change of a post, boost, pin or engagement writes. Rows of shared feeds stay when their
 * post goes: nothing is deleted at a feed's head, and pages leave out what is gone.
 */
public final class PostRows {

  private final Writes writes;
  private final WrittenBuckets buckets = new WrittenBuckets();
  private final PreparedStatement insertPost;
  private final PreparedStatement deletePost;
  private final PreparedStatement insertEntry;
  private final PreparedStatement deleteEntry;
  private final PreparedStatement insertMonth;
  private final IndexTable shared;
  private final PreparedStatement insertPins;
  private final PreparedStatement insertEngagement;
  private final PreparedStatement deleteEngagement;

  public PostRows(Cassandra cassandra) {
    this.writes = cassandra.writes();
    this.insertPost =
        cassandra.prepare(
            "INSERT INTO post (id, restricted, state) VALUES (?, ?, ?) USING TIMESTAMP ?");
    this.deletePost = cassandra.prepare("DELETE FROM post USING TIMESTAMP ? WHERE id = ?");
    this.insertEntry =
        cassandra.prepare(
            "INSERT INTO author_entry (author, month, id, original, original_author, reply_to,"
                + " visibility, language, media, mentions) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " USING TIMESTAMP ?");
    this.deleteEntry =
        cassandra.prepare(
            "DELETE FROM author_entry USING TIMESTAMP ? WHERE author = ? AND month = ? AND id = ?");
    this.insertMonth =
        cassandra.prepare(
            "INSERT INTO author_month (author, month) VALUES (?, ?) USING TIMESTAMP ?");
    this.shared = new IndexTable(cassandra, "shared_entry", CassandraSharedFeeds.BUCKETS);
    this.insertPins =
        cassandra.prepare("INSERT INTO pins (author, posts) VALUES (?, ?) USING TIMESTAMP ?");
    this.insertEngagement =
        cassandra.prepare(
            "INSERT INTO engagement (actor, month, post, favourited, boosted, bookmarked, muted)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?) USING TIMESTAMP ?");
    this.deleteEngagement =
        cassandra.prepare(
            "DELETE FROM engagement USING TIMESTAMP ? WHERE actor = ? AND month = ? AND post = ?");
  }

  /** Writes what a change changes; complete when every row is durable. */
  public CompletionStage<?> apply(
      PostChange change, byte @Nullable [] state, boolean isRestricted, long writtenAt) {
    List<WrittenBuckets.Bucket> named = new ArrayList<>();
    return writes
        .writeAll(rows(change, state, isRestricted, writtenAt, named))
        .thenRun(() -> buckets.add(named));
  }

  /** Rows may be gone: what was written of them is to be written again. */
  public void clear() {
    buckets.clear();
  }

  /**
   * The rows of a change.
   *
   * @param named the buckets that the rows name for the first time: more are added
   */
  private List<Statement<?>> rows(
      PostChange change,
      byte @Nullable [] state,
      boolean isRestricted,
      long at,
      List<WrittenBuckets.Bucket> named) {
    return switch (change) {
      case PostChange.PostStands(PostRow post) -> {
        var rows = new ArrayList<Statement<?>>();
        ByteBuffer kept = ByteBuffer.wrap(Objects.requireNonNull(state, "state of a post"));
        rows.add(insertPost.bind(post.id(), isRestricted, kept, at));
        rows.addAll(entry(post.entry(), at, named));
        rows.addAll(shared(post, at, named));
        yield rows;
      }
      case PostChange.PostGone(long authorId, long postId) ->
          List.of(deletePost.bind(at, postId), deleteEntry(authorId, postId, at));
      case PostChange.BoostStands(FeedEntry boost) -> entry(boost, at, named);
      case PostChange.BoostGone(long actorId, long boostId) ->
          List.of(deleteEntry(actorId, boostId, at));
      case PostChange.PinsStand(long authorId, List<Long> postIds) ->
          List.of(insertPins.bind(authorId, postIds, at));
      case PostChange.EngagementStands(long actorId, long postId, Engagement engagement) ->
          List.of(engagement(actorId, postId, engagement, at));
    };
  }

  private List<Statement<?>> entry(FeedEntry entry, long at, List<WrittenBuckets.Bucket> named) {
    int month = Buckets.monthOf(entry.id());
    var rows = new ArrayList<Statement<?>>(2);
    rows.add(
        insertEntry.bind(
            entry.actorId(),
            month,
            entry.id(),
            entry.originalId(),
            entry.originalAuthorId(),
            entry.inReplyToAccountId(),
            (byte) entry.visibility().code(),
            entry.language(),
            entry.hasMedia(),
            entry.mentionedIds(),
            at));
    var bucket = WrittenBuckets.Bucket.ofAuthor(entry.actorId(), month);
    if (!buckets.has(bucket)) {
      rows.add(insertMonth.bind(entry.actorId(), month, at));
      named.add(bucket);
    }
    return rows;
  }

  private BoundStatement deleteEntry(long actorId, long id, long at) {
    return deleteEntry.bind(at, actorId, Buckets.monthOf(id), id);
  }

  private List<Statement<?>> shared(PostRow post, long at, List<WrittenBuckets.Bucket> named) {
    var rows = new ArrayList<Statement<?>>();
    var entry = new IndexTable.Entry(post.id(), post.authorId());
    for (SharedFeed feed : SharedFeed.of(post)) {
      rows.add(shared.putEntry(feed.name(), entry, at));
      var bucket =
          WrittenBuckets.Bucket.ofFeed(
              feed.name(), CassandraSharedFeeds.BUCKETS.sliceOf(post.id()));
      if (!buckets.has(bucket)) {
        rows.addAll(shared.putSlice(feed.name(), entry, at));
        named.add(bucket);
      }
    }
    return rows;
  }

  private BoundStatement engagement(long actorId, long postId, Engagement of, long at) {
    int month = Buckets.monthOf(postId);
    return of.equals(Engagement.NONE)
        ? deleteEngagement.bind(at, actorId, month, postId)
        : insertEngagement.bind(
            actorId, month, postId, of.favourited(), of.boosted(), of.bookmarked(), of.muted(), at);
  }
}
