package isegoria.cassandra;

import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads of a service's tables. All callers of a process share one bound, first come, first served:
 * a read beyond it waits, and fails as {@link ReadDeadlineException} when its caller's time is
 * over.
 *
 * <p>A call waits on its own thread, which may be virtual: no lock is held while it waits. A place
 * is given back when the database has answered, so no call can hold places and wait for others.
 */
public final class Reads {

  /**
   * Reads under way in this process: an eighth of what the driver takes for one node (two
   * connections of 2,048 requests), because more only lengthens the node's queue.
   */
  public static final int UNDER_WAY_MAX =
      DriverOptions.CONNECTIONS_PER_NODE * DriverOptions.REQUESTS_PER_CONNECTION_MAX / 8;

  /** Reads of one call under way: keeps one node busy, and leaves room for other calls. */
  public static final int UNDER_WAY_PER_CALL_MAX = 64;

  /** Keys of one statement with IN: what a coordinator gathers without strain. */
  public static final int KEYS_PER_STATEMENT_MAX = 100;

  /** How long one read waits where its caller names no other time: as long as the driver does. */
  public static final Duration PATIENCE_USUAL = DriverOptions.REQUEST_TIMEOUT;

  private final Function<Statement<?>, CompletionStage<AsyncResultSet>> send;
  private final Supplier<Duration> patience;
  private final int underWayMax;
  private final Semaphore places;
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong waited = new AtomicLong();
  private final AtomicLong late = new AtomicLong();

  /**
   * Takes how a statement is sent.
   *
   * @param patience how much longer the caller of this thread waits for its reads
   */
  Reads(
      Function<Statement<?>, CompletionStage<AsyncResultSet>> send,
      Supplier<Duration> patience,
      int underWayMax) {
    this.send = send;
    this.patience = patience;
    this.underWayMax = underWayMax;
    this.places = new Semaphore(underWayMax, /* fair= */ true);
  }

  /** The first row of the answer, or null where there is none. */
  public @Nullable Row first(Statement<?> statement) {
    List<Row> rows = rows(statement);
    return rows.isEmpty() ? null : rows.getFirst();
  }

  /** All rows of the answer. */
  public List<Row> rows(Statement<?> statement) {
    return answer(sent(statement));
  }

  /** All rows of all answers, in the order of the statements. */
  public List<Row> rows(Collection<? extends Statement<?>> statements) {
    return answers(statements).stream().flatMap(List::stream).toList();
  }

  /** The rows of each answer, in the order of the statements. */
  public List<List<Row>> answers(Collection<? extends Statement<?>> statements) {
    var answers = new ArrayList<List<Row>>(statements.size());
    var underWay = new ArrayDeque<CompletableFuture<List<Row>>>();
    for (Statement<?> statement : statements) {
      if (underWay.size() == UNDER_WAY_PER_CALL_MAX) {
        answers.add(answer(underWay.removeFirst()));
      }
      underWay.add(sent(statement));
    }
    underWay.forEach(each -> answers.add(answer(each)));
    return answers;
  }

  /** The distinct keys, in lists that one statement with IN takes. */
  public static <K> List<List<K>> portions(Collection<K> keys) {
    List<K> distinct = keys.stream().distinct().toList();
    var portions = new ArrayList<List<K>>();
    for (int from = 0; from < distinct.size(); from += KEYS_PER_STATEMENT_MAX) {
      int to = Math.min(distinct.size(), from + KEYS_PER_STATEMENT_MAX);
      portions.add(distinct.subList(from, to));
    }
    return portions;
  }

  /** Reads that the database has not yet answered. */
  public int underWay() {
    return underWayMax - places.availablePermits();
  }

  /** How many reads were sent. */
  public long sent() {
    return sent.get();
  }

  /** How many reads had to wait for a place. */
  public long waited() {
    return waited.get();
  }

  /** How many reads were not sent within their caller's time. */
  public long late() {
    return late.get();
  }

  private CompletableFuture<List<Row>> sent(Statement<?> statement) {
    Duration timeout = enter();
    sent.incrementAndGet();
    CompletionStage<List<Row>> rows;
    try {
      rows =
          send.apply(statement.setIdempotent(true).setTimeout(timeout))
              .thenCompose(page -> withRest(page, new ArrayList<>()));
    } catch (RuntimeException unsent) {
      rows = CompletableFuture.failedFuture(unsent);
    }
    return rows.whenComplete((_, _) -> places.release()).toCompletableFuture();
  }

  /** Takes a place; what is left of the caller's time is what the read may take. */
  private Duration enter() {
    try {
      Duration left = patience.get();
      boolean inTime = left.isPositive();
      if (inTime && !places.tryAcquire(0, TimeUnit.NANOSECONDS)) {
        waited.incrementAndGet();
        inTime = places.tryAcquire(left.toNanos(), TimeUnit.NANOSECONDS);
      }
      if (!inTime) {
        late.incrementAndGet();
        throw new ReadDeadlineException(underWay(), left);
      }
      return atMost(DriverOptions.REQUEST_TIMEOUT, patience.get());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CompletionException(stopped);
    }
  }

  private static CompletionStage<List<Row>> withRest(AsyncResultSet page, List<Row> read) {
    page.currentPage().forEach(read::add);
    return page.hasMorePages()
        ? page.fetchNextPage().thenCompose(next -> withRest(next, read))
        : CompletableFuture.completedFuture(read);
  }

  private static List<Row> answer(CompletableFuture<List<Row>> read) {
    try {
      return read.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  /** The driver takes zero for no limit at all. */
  private static Duration atMost(Duration most, Duration asked) {
    Duration least = Duration.ofMillis(1);
    Duration bounded = asked.compareTo(most) < 0 ? asked : most;
    return bounded.compareTo(least) < 0 ? least : bounded;
  }
}
