package isegoria.eventsourcing.read;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.TopicPartition;

/**
 * How far one view has come: per source topic and partition, the highest position it has passed.
 *
 * <p>It exists so that a reader can wait for what they have just written.
 */
public final class Progress {

  private final String view;
  private final Map<TopicPartition, Long> passed = new ConcurrentHashMap<>();
  private final Set<TopicPartition> paused = ConcurrentHashMap.newKeySet();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  public Progress(String view) {
    this.view = view;
  }

  public String view() {
    return view;
  }

  void listen(Runnable listener) {
    listeners.add(listener);
  }

  /** Whether a reader need not wait: the view has passed the position, or does not get there. */
  boolean shows(Position position) {
    return passed(position.topic(), position.partition()) >= position.offset()
        || paused.contains(new TopicPartition(position.topic(), position.partition()));
  }

  /** Notes that the view is paused on a partition, so that readers do not wait for it. */
  void pause(String topic, int partition) {
    paused.add(new TopicPartition(topic, partition));
    listeners.forEach(Runnable::run);
  }

  /** Notes that the view goes on. */
  void resume(String topic, int partition) {
    paused.remove(new TopicPartition(topic, partition));
  }

  /** The highest position passed, or -1 when none is known. */
  public long passed(String topic, int partition) {
    return passed.getOrDefault(new TopicPartition(topic, partition), -1L);
  }

  /** Notes that a position was passed; a lower one than before changes nothing. */
  public void advance(String topic, int partition, long position) {
    TopicPartition source = new TopicPartition(topic, partition);
    Long before = passed.get(source);
    if (before == null || before < position) {
      passed.merge(source, position, Math::max);
      listeners.forEach(Runnable::run);
    }
  }
}
