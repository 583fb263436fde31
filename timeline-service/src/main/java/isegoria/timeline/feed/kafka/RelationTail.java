package isegoria.timeline.feed.kafka;

import isegoria.events.Topics;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.kafka.OnUndecodable;
import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.Tail;
import isegoria.timeline.feed.memory.RelationGraph;
import isegoria.timeline.feed.read.live.ViewWatcher;
import isegoria.timeline.feed.read.relation.Relation;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Fills the graph of relations of this instance: many at once until all that there were are in it,
 * and from then on each as it comes.
 */
public final class RelationTail {

  /** Relations that are set together; some 30 MB while they wait. */
  private static final int TOGETHER_MAX = 200_000;

  private final RelationCodec codec = new RelationCodec();
  private final RelationGraph graph;
  private final ViewWatcher watcher;
  private final List<Relation> waiting = new ArrayList<>();
  private boolean caughtUp;

  private RelationTail(RelationGraph graph, ViewWatcher watcher) {
    this.graph = graph;
    this.watcher = watcher;
  }

  public static Tail of(
      KafkaSettings kafka, RelationGraph graph, Barrier barrier, ViewWatcher watcher) {
    var relations = new RelationTail(graph, watcher);
    return new Tail(
            kafka,
            "relations",
            List.of(Topics.ACCOUNT_PRIVATE_STATES),
            OnUndecodable.KEEP_LAST,
            relations::changed)
        .whenCaughtUp(relations::caughtUp)
        .registerAt(barrier);
  }

  private void changed(ConsumerRecord<String, byte[]> change) {
    Relation relation = codec.relation(change.key(), change.value());
    if (caughtUp) {
      graph.set(relation);
      watcher.related(relation);
      return;
    }
    waiting.add(relation);
    if (waiting.size() == TOGETHER_MAX) {
      setWaiting();
    }
  }

  private void caughtUp() {
    caughtUp = true;
    setWaiting();
  }

  private void setWaiting() {
    graph.setAll(waiting);
    waiting.clear();
  }
}
