package isegoria.eventsourcing.ask;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;

/**
 * The commands of one partition that wait for their replies.
 *
 * <p>It exists so that an overloaded partition rejects a command at once: behind a command that has
 * waited too long it would be decided too late, and would delay the others.
 */
final class PartitionQueue {

  /**
   * A command usually has five seconds. Behind one that has waited for this long it still gets its
   * reply in time, and a short pause (a collection, a restart of another process) rejects no
   * command.
   */
  static final Duration WAIT_MAX = Duration.ofSeconds(2);

  private final Queue<Ticket> tickets = new ConcurrentLinkedQueue<>();
  private final LongSupplier nanos;

  PartitionQueue(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** One command's ticket, held until it is answered or given up. */
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

  /** Whether no command has waited too long to let another one in. */
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
