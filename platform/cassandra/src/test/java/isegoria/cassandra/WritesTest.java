package isegoria.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.DriverTimeoutException;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.cql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class WritesTest {

  private static final SimpleStatement ROW = SimpleStatement.newInstance("INSERT");

  @Test
  void a_write_is_sent_as_one_that_may_be_repeated() {
    var sent = new ArrayList<Statement<?>>();
    var writes =
        new Writes(
            statement -> {
              sent.add(statement);
              return CompletableFuture.completedFuture("written");
            },
            1,
            Duration.ZERO);

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
            1,
            Duration.ofSeconds(30));

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
            1,
            Duration.ofSeconds(30));

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
            1,
            Duration.ofSeconds(30));

    assertThatThrownBy(() -> writes.write(ROW).toCompletableFuture().join())
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThat(writes.inFlight()).isZero();
  }

  @Test
  void after_the_window_the_last_failure_is_told() {
    var writes =
        new Writes(
            statement -> CompletableFuture.failedFuture(new DriverTimeoutException("late")),
            1,
            Duration.ofMillis(100));

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
            2,
            Duration.ZERO);
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
  void all_of_several_are_waited_for() {
    var attempts = new AtomicInteger();
    var writes =
        new Writes(
            statement ->
                attempts.incrementAndGet() == 2
                    ? CompletableFuture.failedFuture(new IllegalArgumentException("no"))
                    : CompletableFuture.completedFuture("written"),
            3,
            Duration.ZERO);

    assertThatThrownBy(() -> writes.writeAll(List.of(ROW, ROW, ROW)).toCompletableFuture().join())
        .hasCauseInstanceOf(IllegalArgumentException.class);
    assertThat(attempts).hasValue(3);
  }
}
