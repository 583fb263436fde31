package isegoria.eventsourcing.ask;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;

/**
 * The commands of one partition that wait for their answers.
 *
 * <p>It exists so that an overloaded partition says so at once: a command behind one that has
 * waited for long would be decided too late, after it made everybody wait longer.
 */
final class PartitionQueue {

  /**
   * A command has five seconds as a rule. Behind one that has waited for this long it still gets
   * its answer in time; and a moment's pause, as of a collector or a kill nearby, turns nobody
   * away.
   */
  static final Duration WAIT_MAX = Duration.ofSeconds(2);

  private final Queue<Ticket> tickets = new ConcurrentLinkedQueue<>();
  private final LongSupplier nanos;

  PartitionQueue(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** One command's place, held until it is answered or given up. */
  static final class Ticket {
    private final long since;
    private volatile boolean left;

    private Ticket(long since) {
      this.since = since;
    }

    void leave() {
      left = true;
    }
  }

  /** Whether nobody has waited too long to let another one in. */
  boolean moves() {
    Ticket first = tickets.peek();
    while (first != null && first.left) {
      tickets.remove(first);
      first = tickets.peek();
    }
    return first == null || nanos.getAsLong() - first.since <= WAIT_MAX.toNanos();
  }

  Ticket enter() {
    var ticket = new Ticket(nanos.getAsLong());
    tickets.add(ticket);
    return ticket;
  }
}
