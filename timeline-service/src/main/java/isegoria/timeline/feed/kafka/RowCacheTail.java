package isegoria.timeline.feed.kafka;

import isegoria.events.Topic;
import isegoria.events.Topics;
import isegoria.eventsourcing.apply.RowWriter;
import isegoria.eventsourcing.apply.SharedView;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.kafka.OnUndecodable;
import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.Position;
import isegoria.eventsourcing.read.Tail;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Keeps this instance's row caches as new as the tables: it applies each change after the view, on
 * any instance, has written it. It starts before the first change that no view has written yet, so
 * that no cached row misses its change.
 */
public final class RowCacheTail {

  /**
   * How long before its start it begins: a client may still wait for a write of half a minute ago.
   */
  private static final Duration BACK = Duration.ofMinutes(1);

  /** A view that is further behind is not waited for; until it has come, no load is kept. */
  private static final Duration WAIT_MAX = Duration.ofSeconds(2);

  private static final List<Topic> TOPICS =
      List.of(
          Topics.POST_STATES,
          Topics.POST_PRIVATE_STATES,
          Topics.ACCOUNT_STATES,
          Topics.ACCOUNT_COUNTS,
          Topics.POST_COUNTS);

  private final Barrier written;
  private final RowWriter posts;
  private final RowWriter accounts;
  private final Consumer<Boolean> tablesAreCurrent;

  /** The last change of each partition whose rows are older than what the copies say. */
  private final Map<String, Position> behind = new HashMap<>();

  private boolean caughtUp;
  private boolean saidCurrent;

  RowCacheTail(
      Barrier written, RowWriter posts, RowWriter accounts, Consumer<Boolean> tablesAreCurrent) {
    this.written = written;
    this.posts = posts;
    this.accounts = accounts;
    this.tablesAreCurrent = tablesAreCurrent;
  }

  /**
   * A tail that follows two views and changes the caches as they change rows.
   *
   * @param posts the cache of what {@code postView} writes
   * @param accounts the cache of what {@code accountView} writes
   * @param tablesAreCurrent receives whether the views have written what came to the caches
   */
  public static Tail of(
      KafkaSettings kafka,
      SharedView postView,
      RowWriter posts,
      SharedView accountView,
      RowWriter accounts,
      Consumer<Boolean> tablesAreCurrent,
      Barrier barrier) {
    var written = new Barrier();
    postView.registerAt(written);
    accountView.registerAt(written);
    var caches = new RowCacheTail(written, posts, accounts, tablesAreCurrent);
    return new Tail(kafka, "copies", TOPICS, BACK, OnUndecodable.SKIP, caches::changed)
        .noLaterThan(() -> {
          var unapplied = new HashMap<>(postView.unapplied());
          unapplied.putAll(accountView.unapplied());
          return unapplied;
        })
        .whenCaughtUp(caches::caughtUp)
        .afterEachPoll(caches::look)
        .registerAt(barrier);
  }

  void changed(ConsumerRecord<String, byte[]> change) {
    awaitWritten(Position.of(change));
    var _ = (isOfPosts(change.topic()) ? posts : accounts).write(change);
  }

  /** All that had come by the start is here. */
  void caughtUp() {
    caughtUp = true;
    look();
  }

  /**
   * Waits, but not for one that is known to be behind, which would be waited for with every record,
   * nor at the start, when no load is kept anyway.
   */
  private void awaitWritten(Position at) {
    look();
    String source = at.topic() + "/" + at.partition();
    boolean waits = caughtUp && !behind.containsKey(source);
    if (!isWritten(at, waits ? WAIT_MAX : Duration.ZERO)) {
      behind.put(source, at);
      look();
    }
  }

  /** Says so when the views have written all that came, or no longer have. */
  void look() {
    behind.values().removeIf(each -> isWritten(each, Duration.ZERO));
    boolean current = caughtUp && behind.isEmpty();
    if (current != saidCurrent) {
      saidCurrent = current;
      tablesAreCurrent.accept(current);
    }
  }

  private boolean isWritten(Position at, Duration patience) {
    try {
      return written.await(List.of(at), patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean isOfPosts(String topic) {
    return topic.equals(Topics.POST_STATES.name())
        || topic.equals(Topics.POST_PRIVATE_STATES.name());
  }
}
