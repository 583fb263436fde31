package isegoria.cassandra;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverTimeoutException;
import com.datastax.oss.driver.api.core.NodeUnavailableException;
import com.datastax.oss.driver.api.core.RequestThrottlingException;
import com.datastax.oss.driver.api.core.connection.BusyConnectionException;
import com.datastax.oss.driver.api.core.connection.ClosedConnectionException;
import com.datastax.oss.driver.api.core.connection.HeartbeatException;
import com.datastax.oss.driver.api.core.cql.Statement;
import com.datastax.oss.driver.api.core.servererrors.BootstrappingException;
import com.datastax.oss.driver.api.core.servererrors.OverloadedException;
import com.datastax.oss.driver.api.core.servererrors.QueryConsistencyException;
import com.datastax.oss.driver.api.core.servererrors.ServerError;
import com.datastax.oss.driver.api.core.servererrors.UnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes of rows that may be written twice: at most so many at a time, repeated while the database
 * may yet take them, and each with a stage that completes with its result. The caller waits when
 * the bound is reached, which is what slows a consumer down to the speed of the database.
 *
 * <p>While few requests are under way, what is written leaves at once; while more are, rows wait
 * until they fill a request or one has ended; while many are, until one has ended. Rows that come
 * together, or have waited together, and that the same nodes hold, share a request.
 */
public final class Writes {

  /** Keeps one node busy on two cores; more only lengthens its queue. */
  public static final int IN_FLIGHT_MAX = 512;

  /** Requests under way: enough to keep a node's threads busy while the next ones fill. */
  static final int REQUESTS_MAX = 64;

  /**
   * Requests under way beside which another leaves only when it is full: a request of ten rows
   * costs a node little more than one of one, and the next answer is some milliseconds away.
   */
  static final int REQUESTS_SOON = 4;

  /** Longer than a node takes to restart; after it the caller decides, and nothing is lost. */
  public static final Duration RETRY_WINDOW = Duration.ofSeconds(60);

  private static final Duration BACK_OFF_FIRST = Duration.ofMillis(50);

  private static final Duration BACK_OFF_MAX = Duration.ofSeconds(2);

  /** Continuations leave the network threads, so that they may wait for the next write. */
  private static final Executor CONTINUATION = task -> Thread.ofVirtual().start(task);

  private final Function<Statement<?>, CompletionStage<?>> send;
  private final Function<Statement<?>, Object> replicas;
  private final Limits limits;
  private final Semaphore permits;
  private final PendingRows waiting;
  private final AtomicLong retries = new AtomicLong();

  /**
   * How much at once.
   *
   * @param rows not yet answered
   * @param requests under way
   * @param soon requests under way below which the next one need not be full
   * @param retryWindow after which a write without an answer has failed
   */
  record Limits(int rows, int requests, int soon, Duration retryWindow) {}

  Writes(CqlSession session) {
    this(
        session::executeAsync,
        Batches.replicasIn(session),
        new Limits(IN_FLIGHT_MAX, REQUESTS_MAX, REQUESTS_SOON, RETRY_WINDOW));
  }

  /** Takes how a request is sent, and which nodes hold a statement's row. */
  Writes(
      Function<Statement<?>, CompletionStage<?>> send,
      Function<Statement<?>, Object> replicas,
      Limits limits) {
    this.send = send;
    this.replicas = replicas;
    this.limits = limits;
    this.permits = new Semaphore(limits.rows(), /* fair= */ true);
    this.waiting = new PendingRows(limits.requests(), limits.soon());
  }

  /**
   * Writes one idempotent statement. The stage completes when the write is acknowledged, and
   * exceptionally when the database rejected it or did not take it within {@link #RETRY_WINDOW}.
   */
  public CompletionStage<Void> write(Statement<?> statement) {
    return writeAll(List.of(statement));
  }

  /** Writes all of them; the stage completes when every one has ended, with the first failure. */
  public CompletionStage<Void> writeAll(List<? extends Statement<?>> statements) {
    List<CompletableFuture<Void>> ends = new ArrayList<>(statements.size());
    int some = Math.min(limits.rows(), Batches.ROWS_MAX);
    for (int from = 0; from < statements.size(); from += some) {
      var rows =
          statements.subList(from, Math.min(statements.size(), from + some)).stream()
              .map(statement -> PendingRow.of(statement, replicas.apply(statement)))
              .toList();
      rows.forEach(row -> ends.add(row.end()));
      permits.acquireUninterruptibly(rows.size());
      waiting.add(rows);
      sendWaiting();
    }
    return CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new))
        .whenCompleteAsync((nothing, failed) -> {}, CONTINUATION);
  }

  /** Rows that are not yet answered. */
  public int inFlight() {
    return limits.rows() - permits.availablePermits();
  }

  /** How often a request was sent again. */
  public long retries() {
    return retries.get();
  }

  private void sendWaiting() {
    for (List<PendingRow> rows = waiting.take(); !rows.isEmpty(); rows = waiting.take()) {
      attempt(Batches.together(rows), rows, BACK_OFF_FIRST, System.nanoTime());
    }
  }

  private void attempt(
      Statement<?> request, List<PendingRow> rows, Duration backOff, long startedNanos) {
    CompletionStage<?> answer;
    try {
      answer = send.apply(request);
    } catch (RuntimeException refused) {
      answer = CompletableFuture.failedFuture(refused);
    }
    answer.whenComplete((_, thrown) -> {
      Throwable failed = thrown instanceof CompletionException c ? c.getCause() : thrown;
      boolean timeLeft = System.nanoTime() - startedNanos < limits.retryWindow().toNanos();
      if (failed != null && mayPass(failed) && timeLeft) {
        retries.incrementAndGet();
        CompletableFuture.delayedExecutor(jittered(backOff), TimeUnit.MILLISECONDS)
            .execute(() -> attempt(request, rows, next(backOff), startedNanos));
        return;
      }
      ended(rows, failed);
    });
  }

  private void ended(List<PendingRow> rows, @Nullable Throwable failed) {
    if (failed != null && rows.size() > 1) {
      // The database may have rejected one of them: each is sent by itself, so that only that one
      // fails.
      waiting.returnAlone(rows);
    } else {
      waiting.leave();
      permits.release(rows.size());
      rows.forEach(row -> row.complete(failed));
    }
    sendWaiting();
  }

  /**
   * Whether the same statement may succeed later: no node rejected it, and some node did not
   * answer.
   */
  static boolean mayPass(Throwable failed) {
    return switch (failed) {
      case AllNodesFailedException all ->
          // A connection that breaks under a request is named by its plain exception.
          all.getAllErrors().values().stream()
              .flatMap(List::stream)
              .allMatch(each -> each instanceof IOException || mayPass(each));
      case DriverTimeoutException _,
          UnavailableException _,
          QueryConsistencyException _,
          OverloadedException _,
          BootstrappingException _,
          ServerError _,
          ClosedConnectionException _,
          HeartbeatException _,
          BusyConnectionException _,
          NodeUnavailableException _,
          RequestThrottlingException _ ->
          true;
      default -> false;
    };
  }

  private static long jittered(Duration backOff) {
    return ThreadLocalRandom.current().nextLong(backOff.toMillis() / 2, backOff.toMillis() + 1);
  }

  private static Duration next(Duration backOff) {
    Duration doubled = backOff.multipliedBy(2);
    return doubled.compareTo(BACK_OFF_MAX) > 0 ? BACK_OFF_MAX : doubled;
  }
}
