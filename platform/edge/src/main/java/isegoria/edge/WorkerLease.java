package isegoria.edge;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A worker number that no other process has, for as long as it is renewed. It is never given back:
 * it lapses, so that a successor whose clock is behind by less than the lease cannot repeat an id.
 */
final class WorkerLease implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WorkerLease.class);

  /** How long a number stays with a process that does not renew it. */
  static final Duration LEASE = Duration.ofSeconds(60);

  static final Duration RENEW_INTERVAL = Duration.ofSeconds(20);

  /** Minting stops this long before the lease ends by our clock: clocks and networks are slow. */
  static final Duration MARGIN = Duration.ofSeconds(10);

  /** Numbers for ids of now; those above are for imports, which carry a time of their own. */
  static final int LIVE_WORKERS = 960;

  /** A number and the moment until which it may be used. */
  record Held(int worker, long untilNanos) {

    boolean isValid(long nowNanos) {
      return nowNanos - untilNanos < 0;
    }
  }

  private final CqlSession session;
  private final int firstWorker;
  private final int workers;
  private final String holder = UUID.randomUUID().toString();
  private final Thread renewal;
  private volatile Held held;
  private volatile boolean closed;

  private WorkerLease(CqlSession session, int firstWorker, int workers) {
    this.session = session;
    this.firstWorker = firstWorker;
    this.workers = workers;
    this.held = take();
    this.renewal = Thread.ofVirtual().name("worker-lease").start(this::renewUntilClosed);
  }

  /** A number for ids of now. */
  static WorkerLease live(CqlSession session) {
    return new WorkerLease(session, 0, LIVE_WORKERS);
  }

  /** A number for ids of imports, in a range of its own: their time says nothing of when. */
  static WorkerLease forImport(CqlSession session) {
    return new WorkerLease(session, LIVE_WORKERS, Snowflake.WORKERS - LIVE_WORKERS);
  }

  /** The number; throws 503 while there is none. */
  int worker() {
    Held now = held;
    if (!now.isValid(System.nanoTime())) {
      throw ApiException.unavailable();
    }
    return now.worker();
  }

  /** Whether ids can be made now. */
  boolean isHeld() {
    return held.isValid(System.nanoTime());
  }

  @Override
  public void close() {
    closed = true;
    renewal.interrupt();
  }

  private Held take() {
    int start = ThreadLocalRandom.current().nextInt(workers);
    for (int i = 0; i < workers; i++) {
      int worker = firstWorker + (start + i) % workers;
      long beganNanos = System.nanoTime();
      boolean taken =
          applied(
              "INSERT INTO edge_worker_lease (worker, holder) VALUES (?, ?) IF NOT EXISTS"
                  + " USING TTL "
                  + LEASE.toSeconds(),
              worker,
              holder);
      if (taken) {
        LOG.info("worker number {} leased", worker);
        return heldSince(worker, beganNanos);
      }
    }
    throw new IllegalStateException("worker numbers: none free (expected: one of " + workers + ")");
  }

  private void renewUntilClosed() {
    while (!closed) {
      try {
        Thread.sleep(RENEW_INTERVAL.dividedBy(held.isValid(System.nanoTime()) ? 1 : 20));
        renew();
      } catch (InterruptedException stopped) {
        return;
      } catch (DriverException | IllegalStateException failed) {
        LOG.warn(
            "worker lease not renewed, trying again until it ends: {}",
            failed.getClass().getSimpleName());
      }
    }
  }

  private void renew() {
    Held before = held;
    long beganNanos = System.nanoTime();
    boolean renewed =
        before.isValid(beganNanos)
            && applied(
                "UPDATE edge_worker_lease USING TTL "
                    + LEASE.toSeconds()
                    + " SET holder = ? WHERE worker = ? IF holder = ?",
                holder,
                before.worker(),
                holder);
    held = renewed ? heldSince(before.worker(), beganNanos) : take();
  }

  private static Held heldSince(int worker, long beganNanos) {
    return new Held(worker, beganNanos + LEASE.minus(MARGIN).toNanos());
  }

  private boolean applied(String statement, Object... values) {
    return session.execute(SimpleStatement.newInstance(statement, values)).wasApplied();
  }
}
