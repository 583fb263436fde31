package isegoria.timeline.kafka;

import isegoria.events.Topics;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.Tail;
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
