package isegoria.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import isegoria.eventsourcing.kafka.BadRecords;
import isegoria.eventsourcing.kafka.OnUndecodable;
import isegoria.eventsourcing.kafka.TopicReader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** What the edge makes of the readers of topics that a process has. */
final class TopicReadersTest {

  private final Sanctions sanctions = new Sanctions();
  private final Readiness readiness = new Readiness(List.of(), () -> List.of(sanctions));

  private static final class Sanctions implements TopicReader {
    private final BadRecords badRecords = new BadRecords("sanctions", OnUndecodable.KEEP_LAST);
    private boolean healthy = true;
    private boolean caughtUp = true;

    @Override
    public String name() {
      return "sanctions";
    }

    @Override
    public boolean healthy() {
      return healthy;
    }

    @Override
    public boolean caughtUp() {
      return caughtUp;
    }

    @Override
    public Optional<BadRecords> badRecords() {
      return Optional.of(badRecords);
    }
  }

  private void aRecordIsBad() {
    boolean _ =
        sanctions.badRecords.passesOver(
            new ConsumerRecord<>("moderation.enforcement.v1", 2, 17, "ana", new byte[0]),
            new IllegalArgumentException("planted"));
  }

  private static <T> T fake(Class<T> type, Consumer<Object[]> called) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, _, arguments) -> {
              called.accept(arguments);
              return null;
            }));
  }

  @Test
  void one_whose_thread_died_makes_the_process_unready() {
    sanctions.healthy = false;
    Health health = readiness.health();
    assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
    assertThat(health.getDetails()).containsEntry("sanctions", "not ready");
  }

  @Test
  void one_that_a_record_degrades_stays_ready_and_names_the_record() {
    aRecordIsBad();
    Health health = readiness.health();
    assertThat(health.getStatus()).isEqualTo(Status.UP);
    assertThat(health.getDetails())
        .containsEntry("sanctions", "degraded: moderation.enforcement.v1/2@17");
  }

  @Test
  void a_record_that_degrades_one_raises_an_alarm() {
    var meters = new SimpleMeterRegistry();
    new TopicReaderMeters(() -> List.of(sanctions)).bindTo(meters);
    aRecordIsBad();
    assertThat(meters.get("records.degrading").tag("reader", "sanctions").gauge().value())
        .isEqualTo(1);
    assertThat(
            meters.get("records.undecodable").tag("reader", "sanctions").functionCounter().count())
        .isEqualTo(1);
  }

  @Test
  void before_one_has_caught_up_requests_are_sent_elsewhere_and_after_that_served() {
    var caughtUp = new CaughtUp(() -> List.of(sanctions));
    Map<Object, Object> headers = new HashMap<>();
    HttpServletResponse response =
        fake(HttpServletResponse.class, set -> headers.put(set[0], set[1]));
    HttpServletRequest request = fake(HttpServletRequest.class, _ -> {});
    sanctions.caughtUp = false;
    assertThatThrownBy(() -> caughtUp.preHandle(request, response, this))
        .isInstanceOfSatisfying(
            ApiException.class, turnedAway -> assertThat(turnedAway.status()).isEqualTo(503));
    assertThat(headers).containsEntry("X-Isegoria-Not-Ready", "true");

    sanctions.caughtUp = true;
    assertThat(caughtUp.preHandle(request, response, this)).isTrue();
    sanctions.healthy = false;
    assertThat(caughtUp.preHandle(request, response, this))
        .as("one that lags is served as it is")
        .isTrue();
  }
}
