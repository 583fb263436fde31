package isegoria.timeline.streaming.memory;

import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.live.ViewWatcher;
import isegoria.timeline.feed.read.post.PostRow;
import isegoria.timeline.feed.read.relation.Relation;
import isegoria.timeline.streaming.read.CloseStatus;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what this instance's memory tells of posts, and tells it on to open streams, one thing
 * after the other on a thread of its own: tails never wait for streams.
 */
public final class StreamedPosts implements ViewWatcher, AutoCloseable {

  /** Facts that wait: seconds of a large network, a few megabytes. */
  private static final int WAITING_MAX = 20_000;

  private static final Duration LOOK = Duration.ofMillis(200);

  private static final Logger LOG = LoggerFactory.getLogger(StreamedPosts.class);

  private final BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
  private final PostEvents events;
  private final OpenFollows follows;
  private final OpenStreams streams;
  private final Thread thread;
  private volatile boolean missed;
  private volatile boolean running = true;

  public StreamedPosts(PostEvents events, OpenFollows follows, OpenStreams streams) {
    this.events = events;
    this.follows = follows;
    this.streams = streams;
    this.thread = Thread.ofPlatform().name("streamed-posts").daemon().unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  @Override
  public void appeared(FeedEntry entry) {
    put(() -> events.appeared(entry));
  }

  @Override
  public void removed(long id, @Nullable FeedEntry was) {
    put(() -> events.removed(id, was));
  }

  @Override
  public void stands(PostRow post) {
    put(() -> events.stands(post));
  }

  @Override
  public void gone(long id, long actorId, @Nullable PostRow was, boolean isOpen) {
    put(() -> events.gone(id, actorId, was, isOpen));
  }

  /** At once: a post that comes next is for those who follow by then. */
  @Override
  public void related(Relation relation) {
    follows.related(relation);
  }

  private void put(Runnable fact) {
    if (!waiting.offer(fact)) {
      missed = true;
    }
  }

  private void run() {
    while (running) {
      try {
        Runnable next = waiting.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        if (next != null) {
          next.run();
        }
        if (missed) {
          missed = false;
          LOG.warn("streams end: more than {} facts waited for them", WAITING_MAX);
          streams.endAll(CloseStatus.TRY_AGAIN);
        }
      } catch (InterruptedException closed) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException failed) {
        // What was missed, clients load when they come again; nothing else would tell them.
        LOG.warn("streams end: a post could not be told", failed);
        streams.endAll(CloseStatus.TRY_AGAIN);
      }
    }
  }

  @Override
  public void close() {
    running = false;
    thread.interrupt();
  }
}
