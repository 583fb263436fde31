package isegoria.eventsourcing.decide;

import isegoria.eventsourcing.apply.ViewConsumer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rebuilds the tables of a service from what does not expire: its own from the aggregates that this
 * instance decides, the others from the beginning of their topics.
 *
 * <p>It empties no table: an operator who wants rows gone truncates the tables before. The operator
 * asks every instance; together they have done all parts. If a part is missing, partitions moved
 * meanwhile, and the operator asks all instances again, which changes nothing where it was done.
 */
public final class Rebuild {

  private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

  private final @Nullable DeciderApp decider;
  private final List<ViewConsumer> views;
  private final AtomicReference<@Nullable Thread> running = new AtomicReference<>();
  private volatile String failure = "";

  public Rebuild(@Nullable DeciderApp decider, List<ViewConsumer> views) {
    this.decider = decider;
    this.views = List.copyOf(views);
  }

  /**
   * How far this instance is.
   *
   * @param running whether aggregates are being applied
   * @param restored aggregates applied so far
   * @param behind records of this instance's partitions that its views have not applied yet
   * @param done parts that this instance has done, or is reading from the beginning
   * @param parts all parts of the service, whichever instance does them
   * @param failure what has ended the last rebuild before its time; empty when nothing has
   */
  public record Progress(
      boolean running,
      long restored,
      long behind,
      Set<String> done,
      Set<String> parts,
      String failure) {}

  /** Begins, unless it runs. */
  public Progress start() {
    Thread thread = Thread.ofPlatform().name("rebuild").daemon().unstarted(this::run);
    if (running.compareAndSet(null, thread)) {
      failure = "";
      views.forEach(ViewConsumer::rewindToStart);
      thread.start();
    }
    return progress();
  }

  private void run() {
    try {
      if (decider != null) {
        decider.aggregateReplay().apply();
      }
      LOG.info("tables rebuilt: {} aggregates applied", progress().restored());
    } catch (RuntimeException unexpected) {
      failure = unexpected.toString();
      LOG.error("rebuild failed, the operator has to start it again", unexpected);
    } finally {
      running.set(null);
    }
  }

  public Progress progress() {
    Set<String> done = new TreeSet<>();
    Set<String> parts = new TreeSet<>();
    long behind = 0;
    for (ViewConsumer view : views) {
      behind += view.behind();
      done.addAll(view.rewound());
      parts.addAll(view.parts());
    }
    long restored = 0;
    if (decider != null) {
      restored = decider.aggregateReplay().applied();
      done.addAll(decider.aggregateReplay().parts());
      parts.addAll(decider.parts());
    }
    return new Progress(running.get() != null, restored, behind, done, parts, failure);
  }
}
