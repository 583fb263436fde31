package isegoria.timeline.kafka;

import isegoria.events.Topic;
import isegoria.events.Topics;
import isegoria.eventsourcing.apply.RowWriter;
import isegoria.eventsourcing.apply.ViewConsumer;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.Position;
import isegoria.eventsourcing.read.Tail;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Keeps this instance's copies as new as the tables: each change comes to them once the view, on
 * whichever instance, has written it.
 */
public final class CopiesTail {

  /** Where it begins: somebody may still be waiting for what they wrote half a minute ago. */
  private static final Duration BACK = Duration.ofMinutes(1);

  /** A view that is further behind is not waited for: what is loaded meanwhile may be old. */
  private static final Duration WAIT_MAX = Duration.ofSeconds(2);

  private static final List<Topic> TOPICS =
      List.of(
          Topics.POST_STATES,
          Topics.POST_PRIVATE_STATES,
          Topics.ACCOUNT_STATES,
          Topics.ACCOUNT_COUNTS,
          Topics.POST_COUNTS);

  private final Barrier written = new Barrier();
  private final RowWriter posts;
  private final RowWriter accounts;

  private CopiesTail(RowWriter posts, RowWriter accounts) {
    this.posts = posts;
    this.accounts = accounts;
  }

  /**
   * A tail that follows two views and changes copies as they change rows.
   *
   * @param posts the copies of what {@code postView} writes
   * @param accounts the copies of what {@code accountView} writes
   */
  public static Tail of(
      KafkaSettings kafka,
      ViewConsumer postView,
      RowWriter posts,
      ViewConsumer accountView,
      RowWriter accounts,
      Barrier barrier) {
    var copies = new CopiesTail(posts, accounts);
    postView.showAt(copies.written);
    accountView.showAt(copies.written);
    return new Tail(kafka, "copies", TOPICS, BACK, copies::changed).registerAt(barrier);
  }

  private void changed(ConsumerRecord<String, byte[]> change) {
    try {
      boolean _ = written.await(List.of(Position.of(change)), WAIT_MAX);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    var _ = (isOfPosts(change.topic()) ? posts : accounts).write(change);
  }

  private static boolean isOfPosts(String topic) {
    return topic.equals(Topics.POST_STATES.name())
        || topic.equals(Topics.POST_PRIVATE_STATES.name());
  }
}
