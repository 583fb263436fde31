package isegoria.timeline.kafka;

import isegoria.events.Topics;
import isegoria.eventsourcing.Barrier;
import isegoria.eventsourcing.KafkaSettings;
import isegoria.eventsourcing.Tail;
import isegoria.timeline.memory.SanctionBook;
import java.util.List;

/** Fills the book of sanctions of this instance. */
public final class SanctionTail {

  private SanctionTail() {}

  public static Tail of(KafkaSettings kafka, SanctionBook book, Barrier barrier) {
    var codec = new SanctionCodec();
    return new Tail(
            kafka,
            "sanctions",
            List.of(Topics.MODERATION_ENFORCEMENT),
            change ->
                book.put(
                    change.key(), change.value() == null ? null : codec.sanction(change.value())))
        .registerAt(barrier);
  }
}
