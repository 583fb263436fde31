package isegoria.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import isegoria.gateway.degrade.ResiliencePolicies;
import isegoria.gateway.testing.FakeService.Reply;
import isegoria.gateway.testing.TestGateway;
import isegoria.gateway.upstream.Upstream;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ResiliencePoliciesTest {
  private static TestGateway gateway;

  @BeforeAll
  static void start() {
    gateway =
        new TestGateway(
            "--isegoria.calls.time-limit=1500ms",
            "--isegoria.calls.concurrent-max=2",
            "--isegoria.calls.breaker-open-for=300ms");
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @BeforeEach
  void reset() {
    gateway.post.forget();
    gateway.timeline.forget();
    gateway.timeline.answers(_ -> Reply.json(200, "{}"));
    gateway.otherTimeline.answers(_ -> Reply.json(200, "{}"));
    gateway.bean(ResiliencePolicies.class).breakerOf(Upstream.POST).reset();
    gateway.bean(ResiliencePolicies.class).breakerOf(Upstream.TIMELINE).reset();
    gateway.post.answers(_ -> Reply.json(200, "{}"));
  }

  private static void assertUnavailable(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(answer.body())
        .isEqualTo(
            "{\"error\":\"There was a temporary problem serving your request, please try"
                + " again\"}");
  }

  @Test
  void a_write_that_takes_too_long_is_unknown() {
    CountDownLatch never = new CountDownLatch(1);
    gateway.post.answers(_ -> {
      boolean _ = never.await(8, TimeUnit.SECONDS);
      return Reply.json(200, "{}");
    });
    assertUnavailable(gateway.post("/api/v1/statuses", "{}"));
    never.countDown();
    assertThat(gateway.post.asked()).hasSize(1);
  }

  @Test
  void a_read_of_an_instance_that_hangs_is_answered_by_another() {
    CountDownLatch never = new CountDownLatch(1);
    gateway.timeline.answers(_ -> {
      boolean _ = never.await(8, TimeUnit.SECONDS);
      return Reply.json(200, "{}");
    });
    for (int i = 0; i < 4; i++) {
      assertThat(gateway.get("/api/v1/timelines/public").statusCode()).isEqualTo(200);
    }
    never.countDown();
    assertThat(gateway.timeline.asked()).hasSizeLessThan(3);
    gateway.timeline.answers(_ -> Reply.json(200, "{}"));
  }

  @Test
  void calls_beyond_the_bound_are_sent_away_at_once() throws Exception {
    CountDownLatch inside = new CountDownLatch(2);
    CountDownLatch go = new CountDownLatch(1);
    gateway.post.answers(_ -> {
      inside.countDown();
      boolean _ = go.await(8, TimeUnit.SECONDS);
      return Reply.json(200, "{}");
    });
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> held = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        held.add(executor.submit(() -> gateway.get("/api/v1/statuses/1").statusCode()));
      }
      assertThat(inside.await(8, TimeUnit.SECONDS)).isTrue();
      assertUnavailable(gateway.get("/api/v1/statuses/1"));
      assertThat(gateway.get("/api/v1/reports").statusCode()).isEqualTo(200);
      go.countDown();
      for (Future<Integer> answer : held) {
        assertThat(answer.get()).isEqualTo(200);
      }
    }
    assertThat(gateway.get("/api/v1/statuses/1").statusCode()).isEqualTo(200);
  }

  @Test
  void a_dead_upstream_is_not_asked_again_until_it_may_have_come_back() throws Exception {
    gateway.post.answers(_ -> Reply.hangUp());
    for (int i = 0; i < 25; i++) {
      assertUnavailable(gateway.get("/api/v1/statuses/1"));
    }
    assertThat(gateway.post.asked()).hasSize(20);
    assertThat(gateway.bean(ResiliencePolicies.class).breakerOf(Upstream.POST).getState())
        .isEqualTo(State.OPEN);

    gateway.post.answers(_ -> Reply.json(200, "{}"));
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
    while (gateway.get("/api/v1/statuses/1").statusCode() != 200) {
      assertThat(deadline - System.nanoTime()).isPositive();
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  @Test
  void a_client_that_does_not_send_is_told_and_no_service_is_blamed() throws Exception {
    try (var slow = new Socket("127.0.0.1", gateway.port())) {
      slow.getOutputStream()
          .write(
              """
              POST /api/v1/statuses HTTP/1.1\r
              Host: isegoria.test\r
              Content-Type: application/json\r
              Content-Length: 100\r
              \r
              {\
              """
                  .getBytes(StandardCharsets.US_ASCII));
      var answer =
          new BufferedReader(
              new InputStreamReader(slow.getInputStream(), StandardCharsets.US_ASCII));
      assertThat(answer.readLine()).startsWith("HTTP/1.1 408");
    }
    assertThat(
            gateway
                .bean(ResiliencePolicies.class)
                .breakerOf(Upstream.POST)
                .getMetrics()
                .getNumberOfFailedCalls())
        .isZero();
    assertThat(gateway.get("/api/v1/statuses/1").statusCode()).isEqualTo(200);
  }

  @Test
  void errors_that_a_service_answers_open_nothing() {
    gateway.post.answers(_ -> Reply.json(503, "{\"error\":\"broker down\"}"));
    for (int i = 0; i < 25; i++) {
      assertThat(gateway.post("/api/v1/statuses", "{}").body()).contains("broker down");
    }
    assertThat(gateway.post.asked()).hasSize(25);
  }

  @Test
  void decoration_comes_back_empty() {
    gateway.timeline.answers(_ -> Reply.hangUp());
    gateway.otherTimeline.answers(_ -> Reply.hangUp());
    assertThat(gateway.get("/api/v1/trends/tags").body()).isEqualTo("[]");
    assertUnavailable(gateway.get("/api/v1/timelines/public"));
  }
}
