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

/**
 * Writes of rows that may be written twice: at most so many at a time, repeated while the database
 * may yet take them, and each answered by a stage that tells how it ended. The caller waits when
 * the bound is reached, which is what slows a consumer down to the speed of the database.
 */
public final class Writes {

  /** Keeps one node busy on two cores; more only lengthens its queue. */
  public static final int IN_FLIGHT_MAX = 512;

  /** Longer than a node takes to restart; after it the caller decides, and nothing is lost. */
  public static final Duration RETRY_WINDOW = Duration.ofSeconds(60);

  private static final Duration BACK_OFF_FIRST = Duration.ofMillis(50);

  private static final Duration BACK_OFF_MAX = Duration.ofSeconds(2);

  /** Continuations leave the network threads, so that they may wait for the next write. */
  private static final Executor CONTINUATION = task -> Thread.ofVirtual().start(task);

  private final Function<Statement<?>, CompletionStage<?>> send;
  private final int inFlightMax;
  private final Duration retryWindow;
  private final Semaphore permits;
  private final AtomicLong retries = new AtomicLong();

  Writes(CqlSession session) {
    this(session::executeAsync, IN_FLIGHT_MAX, RETRY_WINDOW);
  }

  Writes(Function<Statement<?>, CompletionStage<?>> send, int inFlightMax, Duration retryWindow) {
    this.send = send;
    this.inFlightMax = inFlightMax;
    this.permits = new Semaphore(inFlightMax);
    this.retryWindow = retryWindow;
  }

  /**
   * Sends one idempotent statement. The stage completes when the write is acknowledged, and
   * exceptionally when the database refused it or did not take it within {@link #RETRY_WINDOW}.
   */
  public CompletionStage<Void> write(Statement<?> statement) {
    permits.acquireUninterruptibly();
    var done = new CompletableFuture<Void>();
    attempt(statement.setIdempotent(true), done, BACK_OFF_FIRST, System.nanoTime());
    return done.whenCompleteAsync((nothing, failed) -> {}, CONTINUATION);
  }

  /** Sends all of them; the stage completes when every one has ended, with the first failure. */
  public CompletionStage<Void> writeAll(List<? extends Statement<?>> statements) {
    return CompletableFuture.allOf(
        statements.stream()
            .map(statement -> write(statement).toCompletableFuture())
            .toArray(CompletableFuture[]::new));
  }

  /** Writes sent and not yet answered. */
  public int inFlight() {
    return inFlightMax - permits.availablePermits();
  }

  /** How often a write was sent again. */
  public long retries() {
    return retries.get();
  }

  // Completing with nothing is what a stage of Void means.
  @SuppressWarnings("NullAway")
  private void attempt(
      Statement<?> statement, CompletableFuture<Void> done, Duration backOff, long startedNanos) {
    CompletionStage<?> answer;
    try {
      answer = send.apply(statement);
    } catch (RuntimeException refused) {
      answer = CompletableFuture.failedFuture(refused);
    }
    answer.whenComplete((rows, thrown) -> {
      Throwable failed = thrown instanceof CompletionException c ? c.getCause() : thrown;
      boolean timeLeft = System.nanoTime() - startedNanos < retryWindow.toNanos();
      if (failed != null && mayPass(failed) && timeLeft) {
        retries.incrementAndGet();
        CompletableFuture.delayedExecutor(jittered(backOff), TimeUnit.MILLISECONDS)
            .execute(() -> attempt(statement, done, next(backOff), startedNanos));
        return;
      }
      permits.release();
      if (failed == null) {
        done.complete(null);
      } else {
        done.completeExceptionally(failed);
      }
    });
  }

  /** Whether the same statement may succeed later: nobody refused it, somebody did not answer. */
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
