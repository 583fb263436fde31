package isegoria.timeline.kafka;

import isegoria.events.Topics;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.kafka.OnUndecodable;
import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.Tail;
import isegoria.timeline.memory.SanctionIndex;
import isegoria.timeline.read.sanction.Sanction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Fills the sanction index of this instance: all existing sanctions at once, since each change
 * rebuilds its tables, and from then on each as it comes.
 */
public final class SanctionTail {

  private final SanctionCodec codec = new SanctionCodec();
  private final SanctionIndex book;
  private final Map<String, @Nullable Sanction> waiting = new HashMap<>();
  private boolean caughtUp;

  SanctionTail(SanctionIndex book) {
    this.book = book;
  }

  public static Tail of(KafkaSettings kafka, SanctionIndex book, Barrier barrier) {
    var sanctions = new SanctionTail(book);
    return new Tail(
            kafka,
            "sanctions",
            List.of(Topics.MODERATION_ENFORCEMENT),
            OnUndecodable.KEEP_LAST,
            sanctions::changed)
        .whenCaughtUp(sanctions::caughtUp)
        .registerAt(barrier);
  }

  void changed(ConsumerRecord<String, byte[]> change) {
    Sanction sanction = change.value() == null ? null : codec.sanction(change.value());
    if (caughtUp) {
      book.put(change.key(), sanction);
    } else {
      waiting.put(change.key(), sanction);
    }
  }

  void caughtUp() {
    caughtUp = true;
    book.putAll(waiting);
    waiting.clear();
  }
}
