package isegoria.timeline.kafka;

import isegoria.events.Topics;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.Tail;
import isegoria.timeline.memory.RelationGraph;
import java.util.List;

/** Fills the graph of relations of this instance. */
public final class RelationTail {

  private RelationTail() {}

  public static Tail of(KafkaSettings kafka, RelationGraph graph, Barrier barrier) {
    var codec = new RelationCodec();
    return new Tail(
            kafka,
            "relations",
            List.of(Topics.ACCOUNT_PRIVATE_STATES),
            change -> graph.set(codec.relation(change.key(), change.value())))
        .registerAt(barrier);
  }
}
