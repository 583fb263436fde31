package isegoria.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.DriverTimeoutException;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.cql.Statement;
import isegoria.cassandra.Writes.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class WritesTest {

  private static final int OTHER_PAGE_SIZE = 7;

  private static final SimpleStatement ROW = SimpleStatement.newInstance("INSERT");

  private static final SimpleStatement OTHER_ROW =
      SimpleStatement.builder("INSERT").setPageSize(OTHER_PAGE_SIZE).build();

  /** One node holds everything. */
  private static Object same(Statement<?> statement) {
    return "node";
  }

  @Test
  void a_write_is_sent_as_one_that_may_be_repeated() {
    var sent = new ArrayList<Statement<?>>();
    var writes =
        new Writes(
            statement -> {
              sent.add(statement);
              return CompletableFuture.completedFuture("written");
            },
            WritesTest::same,
            new Limits(1, 1, 1, Duration.ZERO));

    writes.write(ROW).toCompletableFuture().join();

    assertThat(sent).singleElement().extracting(Statement::isIdempotent).isEqualTo(true);
  }

  @Test
  void what_timed_out_is_sent_again_until_it_is_written() {
    var attempts = new AtomicInteger();
    var writes =
        new Writes(
            statement ->
                attempts.incrementAndGet() < 3
                    ? CompletableFuture.failedFuture(new DriverTimeoutException("late"))
                    : CompletableFuture.completedFuture("written"),
            WritesTest::same,
            new Limits(1, 1, 1, Duration.ofSeconds(30)));

    writes.write(ROW).toCompletableFuture().join();

    assertThat(attempts).hasValue(3);
    assertThat(writes.retries()).isEqualTo(2);
    assertThat(writes.inFlight()).isZero();
  }

  @Test
  void what_the_database_refuses_fails_at_once_and_is_told() {
    var writes =
        new Writes(
            statement -> CompletableFuture.failedFuture(new IllegalArgumentException("no")),
            WritesTest::same,
            new Limits(1, 1, 1, Duration.ofSeconds(30)));

    assertThatThrownBy(() -> writes.write(ROW).toCompletableFuture().join())
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(IllegalArgumentException.class);
    assertThat(writes.retries()).isZero();
    assertThat(writes.inFlight()).isZero();
  }

  @Test
  void what_throws_instead_of_failing_is_told_as_well() {
    var writes =
        new Writes(
            statement -> {
              throw new IllegalStateException("closed");
            },
            WritesTest::same,
            new Limits(1, 1, 1, Duration.ofSeconds(30)));

    assertThatThrownBy(() -> writes.write(ROW).toCompletableFuture().join())
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThat(writes.inFlight()).isZero();
  }

  @Test
  void after_the_window_the_last_failure_is_told() {
    var writes =
        new Writes(
            statement -> CompletableFuture.failedFuture(new DriverTimeoutException("late")),
            WritesTest::same,
            new Limits(1, 1, 1, Duration.ofMillis(100)));

    assertThatThrownBy(() -> writes.write(ROW).toCompletableFuture().join())
        .hasCauseInstanceOf(DriverTimeoutException.class);
    assertThat(writes.retries()).isPositive();
  }

  @Test
  void the_writer_waits_when_as_many_are_in_flight_as_may_be() throws InterruptedException {
    Queue<CompletableFuture<String>> pending = new ConcurrentLinkedQueue<>();
    var writes =
        new Writes(
            statement -> {
              var answer = new CompletableFuture<String>();
              pending.add(answer);
              return answer;
            },
            WritesTest::same,
            new Limits(2, 2, 2, Duration.ZERO));
    var third = new CountDownLatch(1);
    writes.write(ROW);
    writes.write(ROW);
    Thread writer =
        Thread.ofVirtual()
            .start(() -> {
              writes.write(ROW);
              third.countDown();
            });

    assertThat(third.await(50, TimeUnit.MILLISECONDS)).isFalse();
    pending.remove().complete("written");
    assertThat(third.await(5, TimeUnit.SECONDS)).isTrue();
    writer.join();
    assertThat(writes.inFlight()).isEqualTo(2);
  }

  @Test
  void what_comes_together_shares_a_request() {
    var sent = new ArrayList<Statement<?>>();
    Writes writes = recording(sent, WritesTest::same);

    writes.writeAll(List.of(ROW, ROW, ROW)).toCompletableFuture().join();

    assertThat(sent).singleElement().isInstanceOf(BatchStatement.class);
    assertThat((BatchStatement) sent.getFirst()).hasSize(3);
    assertThat(sent.getFirst().isIdempotent()).isTrue();
    assertThat(writes.inFlight()).isZero();
  }

  @Test
  void what_other_nodes_hold_goes_in_another_request() {
    var sent = new ArrayList<Statement<?>>();
    Writes writes = recording(sent, statement -> statement.equals(ROW) ? "one" : "other");

    writes.writeAll(List.of(ROW, OTHER_ROW, ROW)).toCompletableFuture().join();

    assertThat(sent).hasSize(2);
    assertThat((BatchStatement) sent.getFirst()).hasSize(2);
    assertThat(sent.getLast()).isNotInstanceOf(BatchStatement.class);
  }

  @Test
  void a_request_takes_no_more_rows_than_a_node_likes() {
    var sent = new ArrayList<Statement<?>>();
    Writes writes = recording(sent, WritesTest::same);

    writes.writeAll(Collections.nCopies(25, ROW)).toCompletableFuture().join();

    assertThat(sent)
        .extracting(statement -> ((BatchStatement) statement).size())
        .containsExactly(10, 10, 5);
  }

  @Test
  void what_waits_for_a_request_to_end_then_goes_together() {
    Queue<CompletableFuture<String>> pending = new ConcurrentLinkedQueue<>();
    Queue<Statement<?>> sent = new ConcurrentLinkedQueue<>();
    Writes writes = unanswered(sent, pending, new Limits(100, 1, 1, Duration.ZERO));
    writes.write(ROW);
    var second = writes.write(ROW).toCompletableFuture();
    var third = writes.write(ROW).toCompletableFuture();
    assertThat(sent).hasSize(1);

    pending.remove().complete("written");
    assertThat(sent).hasSize(2);
    assertThat(second).isNotDone();
    pending.remove().complete("written");

    CompletableFuture.allOf(second, third).join();
    assertThat(sent).hasSize(2);
    assertThat(writes.inFlight()).isZero();
  }

  @Test
  void beside_some_requests_another_leaves_when_it_is_full() {
    Queue<CompletableFuture<String>> pending = new ConcurrentLinkedQueue<>();
    Queue<Statement<?>> sent = new ConcurrentLinkedQueue<>();
    Writes writes = unanswered(sent, pending, new Limits(100, 10, 1, Duration.ZERO));
    for (int row = 0; row < 12; row++) {
      writes.write(ROW);
    }
    assertThat(sent).hasSize(2).last().isInstanceOf(BatchStatement.class);

    pending.remove().complete("written");
    assertThat(sent).as("one is still under way").hasSize(2);
    pending.remove().complete("written");
    assertThat(sent).as("the twelfth").hasSize(3);
    pending.remove().complete("written");
    assertThat(writes.inFlight()).isZero();
  }

  @Test
  void only_the_row_that_is_refused_fails() {
    var writes =
        new Writes(
            statement ->
                statement instanceof BatchStatement || statement.getPageSize() == OTHER_PAGE_SIZE
                    ? CompletableFuture.failedFuture(new IllegalArgumentException("no"))
                    : CompletableFuture.completedFuture("written"),
            WritesTest::same,
            new Limits(10, 2, 2, Duration.ZERO));
    var all = writes.writeAll(List.of(ROW, OTHER_ROW)).toCompletableFuture();

    assertThatThrownBy(all::join).hasCauseInstanceOf(IllegalArgumentException.class);
    writes.write(ROW).toCompletableFuture().join();
    assertThat(writes.inFlight()).isZero();
  }

  private static Writes recording(
      List<Statement<?>> sent, Function<Statement<?>, Object> replicas) {
    return new Writes(
        statement -> {
          sent.add(statement);
          return CompletableFuture.completedFuture("written");
        },
        replicas,
        new Limits(100, 2, 2, Duration.ZERO));
  }

  private static Writes unanswered(
      Queue<Statement<?>> sent, Queue<CompletableFuture<String>> pending, Limits limits) {
    return new Writes(
        statement -> {
          sent.add(statement);
          var answer = new CompletableFuture<String>();
          pending.add(answer);
          return answer;
        },
        WritesTest::same,
        limits);
  }

  @Test
  void all_of_several_are_waited_for() {
    var attempts = new AtomicInteger();
    var writes =
        new Writes(
            statement ->
                attempts.incrementAndGet() == 2
                    ? CompletableFuture.failedFuture(new IllegalArgumentException("no"))
                    : CompletableFuture.completedFuture("written"),
            new Object() {
                  private int nodes;

                  Object next(Statement<?> statement) {
                    return nodes++;
                  }
                }
                ::next,
            new Limits(3, 3, 3, Duration.ZERO));

    assertThatThrownBy(() -> writes.writeAll(List.of(ROW, ROW, ROW)).toCompletableFuture().join())
        .hasCauseInstanceOf(IllegalArgumentException.class);
    assertThat(attempts).hasValue(3);
  }
}
