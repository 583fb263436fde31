package isegoria.timeline.streaming.memory;

import isegoria.timeline.feed.memory.FactQueue;
import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.live.ViewWatcher;
import isegoria.timeline.feed.read.post.PostRow;
import isegoria.timeline.feed.read.relation.Relation;
import org.jspecify.annotations.Nullable;

/** Takes what this instance's memory tells of posts, and tells it on to open streams. */
public final class StreamedPosts implements ViewWatcher, AutoCloseable {

  /** Facts that wait: seconds of a large network, a few megabytes. */
  private static final int WAITING_MAX = 20_000;

  private final PostEvents events;
  private final OpenFollows follows;
  private final FactQueue facts;

  public StreamedPosts(PostEvents events, OpenFollows follows, OpenStreams streams) {
    this.events = events;
    this.follows = follows;
    this.facts = new FactQueue("streamed-posts", WAITING_MAX, streams, () -> {});
  }

  public void start() {
    facts.start();
  }

  @Override
  public void appeared(FeedEntry entry) {
    facts.put(() -> events.appeared(entry));
  }

  @Override
  public void removed(long id, @Nullable FeedEntry was) {
    facts.put(() -> events.removed(id, was));
  }

  @Override
  public void stands(PostRow post) {
    facts.put(() -> events.stands(post));
  }

  @Override
  public void gone(long id, long actorId, @Nullable PostRow was, boolean isOpen) {
    facts.put(() -> events.gone(id, actorId, was, isOpen));
  }

  /** At once: a post that comes next is for those who follow by then. */
  @Override
  public void related(Relation relation) {
    follows.related(relation);
  }

  @Override
  public void close() {
    facts.close();
  }
}
