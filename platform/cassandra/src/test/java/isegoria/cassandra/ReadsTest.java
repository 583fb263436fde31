package isegoria.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.DriverTimeoutException;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.cql.Statement;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ReadsTest {

  private static final Duration LONG = Duration.ofMinutes(5);

  /** What was sent and not answered yet. */
  private final BlockingQueue<Sent> sent = new LinkedBlockingQueue<>();

  private record Sent(Statement<?> statement, CompletableFuture<AsyncResultSet> answer) {
    String text() {
      return ((SimpleStatement) statement).getQuery();
    }

    void answered() {
      answer.complete(NOTHING);
    }
  }

  private static final AsyncResultSet NOTHING =
      (AsyncResultSet)
          Proxy.newProxyInstance(
              ReadsTest.class.getClassLoader(),
              new Class<?>[] {AsyncResultSet.class},
              (_, method, _) ->
                  switch (method.getName()) {
                    case "currentPage" -> List.of();
                    case "hasMorePages" -> false;
                    default -> throw new UnsupportedOperationException(method.getName());
                  });

  private Reads reads(int underWayMax, Duration patience) {
    return new Reads(this::send, () -> patience, underWayMax);
  }

  private CompletableFuture<AsyncResultSet> send(Statement<?> statement) {
    var one = new Sent(statement, new CompletableFuture<>());
    sent.add(one);
    return one.answer();
  }

  private Sent next() throws InterruptedException {
    Sent next = sent.poll(1, TimeUnit.MINUTES);
    assertThat(next).as("a read that is sent").isNotNull();
    return next;
  }

  private static List<SimpleStatement> statements(String name, int count) {
    return IntStream.range(0, count).mapToObj(i -> SimpleStatement.newInstance(name + i)).toList();
  }

  private static CompletableFuture<List<List<Row>>> call(
      Reads reads, List<SimpleStatement> statements) {
    var answers = new CompletableFuture<List<List<Row>>>();
    Thread.startVirtualThread(() -> {
      try {
        answers.complete(reads.answers(statements));
      } catch (RuntimeException failed) {
        answers.completeExceptionally(failed);
      }
    });
    return answers;
  }

  @Test
  void calls_together_never_have_more_under_way_than_the_bound_and_all_end() throws Exception {
    Reads reads = reads(8, LONG);
    List<CompletableFuture<?>> calls = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      calls.add(call(reads, statements("call " + i + " ", 20)));
    }
    for (int answered = 0; answered < 50 * 20; answered++) {
      Sent next = next();
      assertThat(reads.underWay()).isBetween(1, 8);
      next.answered();
    }
    CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).get(1, TimeUnit.MINUTES);
    assertThat(reads.underWay()).isZero();
    assertThat(reads.waited()).isPositive();
    assertThat(reads.late()).isZero();
  }

  @Test
  void one_call_leaves_places_for_others() throws Exception {
    Reads reads = reads(Reads.UNDER_WAY_MAX, LONG);
    var large = call(reads, statements("large ", 1_000));
    List<Sent> ofLarge = new ArrayList<>();
    for (int i = 0; i < Reads.UNDER_WAY_PER_CALL_MAX; i++) {
      ofLarge.add(next());
    }
    var small = call(reads, statements("small ", 1));
    Sent second = next();
    assertThat(second.text()).isEqualTo("small 0");
    second.answered();
    assertThat(small.get(1, TimeUnit.MINUTES)).hasSize(1);
    assertThat(large).isNotDone();
    ofLarge.forEach(Sent::answered);
    for (int i = Reads.UNDER_WAY_PER_CALL_MAX; i < 1_000; i++) {
      next().answered();
    }
    assertThat(large.get(1, TimeUnit.MINUTES)).hasSize(1_000);
  }

  @Test
  void a_read_without_a_place_in_its_time_fails_and_says_so() throws Exception {
    var patience = new Duration[] {LONG};
    var reads = new Reads(this::send, () -> patience[0], 1);
    var first = call(reads, statements("first ", 1));
    Sent blocking = next();
    patience[0] = Duration.ofMillis(1);
    assertThatThrownBy(() -> reads.rows(SimpleStatement.newInstance("second")))
        .isInstanceOf(ReadDeadlineException.class)
        .hasMessage("read: not sent within PT0.001S, 1 under way (expected: a free place)")
        .matches(Cassandra::mayPass);
    patience[0] = Duration.ofSeconds(-3);
    assertThatThrownBy(() -> reads.rows(SimpleStatement.newInstance("third")))
        .isInstanceOf(ReadDeadlineException.class);
    assertThat(reads.late()).isEqualTo(2);
    blocking.answered();
    assertThat(first.get(1, TimeUnit.MINUTES)).hasSize(1);
    assertThat(sent).isEmpty();
  }

  @Test
  void a_read_is_idempotent_and_takes_no_longer_than_its_caller_waits() throws Exception {
    var _ = call(reads(1, Duration.ofSeconds(2)), statements("hasty ", 1));
    Sent hasty = next();
    assertThat(hasty.statement().isIdempotent()).isTrue();
    assertThat(hasty.statement().getTimeout()).isEqualTo(Duration.ofSeconds(2));
    var _ = call(reads(1, LONG), statements("patient ", 1));
    assertThat(next().statement().getTimeout()).isEqualTo(DriverOptions.REQUEST_TIMEOUT);
  }

  @Test
  void a_failure_is_thrown_as_it_is_and_gives_its_place_back() throws Exception {
    Reads reads = reads(1, LONG);
    var failed = call(reads, statements("failing ", 1));
    next().answer().completeExceptionally(new DriverTimeoutException("slow"));
    assertThatThrownBy(() -> failed.get(1, TimeUnit.MINUTES))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(DriverTimeoutException.class);
    var unsendable =
        new Reads(
            _ -> {
              throw new IllegalStateException("closed");
            },
            () -> LONG,
            1);
    assertThatThrownBy(() -> unsendable.rows(SimpleStatement.newInstance("x")))
        .isInstanceOf(IllegalStateException.class);
    assertThat(reads.underWay() + unsendable.underWay()).isZero();
  }
}
