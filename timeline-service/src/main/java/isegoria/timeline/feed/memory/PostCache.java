package isegoria.timeline.feed.memory;

import isegoria.api.view.PostCounts;
import isegoria.timeline.feed.read.Buckets;
import isegoria.timeline.feed.read.live.ViewWatcher;
import isegoria.timeline.feed.read.post.Engagement;
import isegoria.timeline.feed.read.post.PostChange;
import isegoria.timeline.feed.read.post.PostCountWriter;
import isegoria.timeline.feed.read.post.PostRow;
import isegoria.timeline.feed.read.post.PostTables;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Caches the posts that pages show, with their counts and their viewers' marks.
 *
 * <p>It exists because a page of twenty is up to two hundred rows, which say what they said a
 * moment before.
 */
public final class PostCache implements PostTables, PostCountWriter {

  /** The share of the memory: posts are large and many, the others small. */
  private static final int SHARE_OF_POSTS = 2;

  private static final int SHARE_OF_OTHERS = 8;

  /** Objects and table around a post's words; one character of them is a byte or two. */
  private static final int POST_BYTES = 700;

  private static final int COUNTS_BYTES = 150;
  private static final int PIN_BYTES = 40;
  private static final int MARK_BYTES = 24;
  private static final CompletionStage<?> DONE = CompletableFuture.completedStage(null);

  private record Month(long actorId, int month) {}

  private final PostTables tables;
  private final RowCache<Long, PostRow> posts;
  private final RowCache<Long, PostCounts> counts;
  private final RowCache<Month, Map<Long, Engagement>> engagements;
  private final RowCache<Long, List<Long>> pins;

  /** Keeps up to so much of what the tables say. */
  public PostCache(PostTables tables, long bytesMax) {
    long others = bytesMax / SHARE_OF_OTHERS;
    this.tables = tables;
    this.posts = new RowCache<>(bytesMax / SHARE_OF_POSTS, PostCache::bytes);
    this.counts = new RowCache<>(others, _ -> COUNTS_BYTES);
    this.engagements = new RowCache<>(others, marks -> COUNTS_BYTES + MARK_BYTES * marks.size());
    this.pins = new RowCache<>(others, ids -> COUNTS_BYTES + PIN_BYTES * ids.size());
  }

  private static int bytes(PostRow post) {
    return POST_BYTES + 2 * (post.text().length() + post.spoilerText().length());
  }

  @Override
  public Map<Long, PostRow> posts(Collection<Long> postIds) {
    return posts.of(postIds, tables::posts);
  }

  @Override
  public Map<Long, PostCounts> counts(Collection<Long> postIds) {
    return counts.of(postIds, tables::counts);
  }

  @Override
  public Map<Long, Engagement> engagements(long actorId, int month) {
    return engagements.one(new Month(actorId, month), () -> tables.engagements(actorId, month));
  }

  @Override
  public List<Long> pins(long authorId) {
    return pins.one(authorId, () -> tables.pins(authorId));
  }

  /** Takes a change whose rows are written. */
  public void apply(PostChange change) {
    switch (change) {
      case PostChange.PostStands(PostRow post) -> posts.put(post.id(), post);
      case PostChange.PostGone(_, long postId) -> posts.put(postId, null);
      case PostChange.BoostStands _, PostChange.BoostGone _ -> {}
      case PostChange.PinsStand(long authorId, List<Long> postIds) ->
          pins.update(authorId, _ -> postIds);
      case PostChange.EngagementStands(long actorId, long postId, Engagement engagement) ->
          engagements.update(
              new Month(actorId, Buckets.monthOf(postId)),
              marks -> with(marks, postId, engagement));
    }
  }

  /** The same, and tells a watcher of it. */
  public void apply(PostChange change, boolean isOpen, ViewWatcher watcher) {
    PostRow was =
        change instanceof PostChange.PostGone(_, long postId) ? posts.ifCached(postId) : null;
    apply(change);
    switch (change) {
      case PostChange.PostStands(PostRow post) -> watcher.stands(post);
      case PostChange.PostGone(long authorId, long id) -> watcher.gone(id, authorId, was, isOpen);
      case PostChange.BoostGone(long actorId, long id) -> watcher.gone(id, actorId, null, isOpen);
      case PostChange.BoostStands _, PostChange.PinsStand _, PostChange.EngagementStands _ -> {}
    }
  }

  /** Takes what a post has gathered, whose row is written. */
  @Override
  public CompletionStage<?> put(long postId, PostCounts of, long offset) {
    counts.put(postId, of);
    return DONE;
  }

  /** Whether tables hold all changes that came here; else nothing that is loaded is kept. */
  public void tablesAreCurrent(boolean current) {
    posts.keepLoads(current);
    counts.keepLoads(current);
    engagements.keepLoads(current);
    pins.keepLoads(current);
  }

  /** Forgets everything, after the tables were changed by other hands. */
  public void clear() {
    posts.clear();
    counts.clear();
    engagements.clear();
    pins.clear();
  }

  private static Map<Long, Engagement> with(
      @Nullable Map<Long, Engagement> marks, long postId, Engagement engagement) {
    var changed =
        marks == null
            ? new Long2ObjectOpenHashMap<Engagement>()
            : new Long2ObjectOpenHashMap<>(marks);
    if (engagement.equals(Engagement.NONE)) {
      changed.remove(postId);
    } else {
      changed.put(postId, engagement);
    }
    return changed;
  }
}
