package isegoria.gateway.call;

import static isegoria.gateway.testing.TestGateway.ANA;
import static isegoria.gateway.testing.TestGateway.BO;
import static org.assertj.core.api.Assertions.assertThat;

import isegoria.gateway.testing.FakeService;
import isegoria.gateway.testing.FakeService.Asked;
import isegoria.gateway.testing.FakeService.Reply;
import isegoria.gateway.testing.TestGateway;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class CallsTest {
  /** What the budget of retries has for a window of ten seconds without calls. */
  private static final int RETRIES_MIN = 50;

  private static final String SAYS_NOTHING = "/api/v1/timelines/public";
  private static TestGateway gateway;

  @BeforeAll
  static void start() {
    gateway = new TestGateway("--isegoria.calls.ejected-for=1ms");
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @BeforeEach
  void reset() {
    for (FakeService service : List.of(gateway.post, gateway.timeline, gateway.otherTimeline)) {
      service.answers(_ -> Reply.json(200, "[]"));
      service.forget();
    }
  }

  private static int reads() {
    return gateway.timeline.asked().size() + gateway.otherTimeline.asked().size();
  }

  @Nested
  final class WhatIsPassedOn {
    @Test
    void path_and_query_arrive_as_they_came() {
      String asked = "/api/v1/statuses?id%5B%5D=1&q=a%20b&x=%C3%A9&plus=a+b";
      gateway.get(asked);
      assertThat(gateway.post.asked().getFirst().uri()).isEqualTo(asked);
    }

    @Test
    void a_trailing_slash_is_taken_away() {
      gateway.get("/api/v1/statuses/1/?a=b");
      gateway.get("/oauth/authorize/?x=y");
      assertThat(gateway.post.asked().getFirst().uri()).isEqualTo("/api/v1/statuses/1?a=b");
      assertThat(gateway.account.asked("/oauth/authorize?x=y")).hasSize(1);
    }

    @Test
    void bodies_and_methods_pass() {
      for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
        gateway.send(
            gateway
                .request("/api/v1/statuses/7", "Content-Type", "application/json")
                .method(method, BodyPublishers.ofString("{\"a\":1}")));
      }
      assertThat(gateway.post.asked())
          .extracting(Asked::method)
          .containsExactly("POST", "PUT", "PATCH", "DELETE");
      assertThat(gateway.post.asked()).allMatch(asked -> asked.body().equals("{\"a\":1}"));
    }

    @Test
    void headers_that_only_we_may_set_are_replaced() {
      gateway.get(
          "/api/v1/statuses/1",
          "X-Forwarded-For",
          "6.6.6.6",
          "X-Forwarded-Proto",
          "gopher",
          "Forwarded",
          "for=6.6.6.6",
          "X-Isegoria-Position",
          "post.events.v1/0@999",
          "X-Isegoria-Internal",
          "guess",
          "X-Request-Id",
          "mine",
          "traceparent",
          "not a trace",
          "Idempotency-Key",
          "once");
      Asked asked = gateway.post.asked().getFirst();
      assertThat(asked.headers())
          .doesNotContainKeys(
              "x-forwarded-proto", "forwarded", "x-isegoria-position", "x-isegoria-internal");
      assertThat(asked.header("x-forwarded-for")).isEqualTo("127.0.0.1");
      assertThat(asked.header("x-request-id")).matches("[0-9a-f]{32}");
      assertThat(asked.header("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
      assertThat(asked.header("idempotency-key")).isEqualTo("once");
      assertThat(asked.header("host")).isEqualTo("isegoria.test");
    }

    @Test
    void a_call_stays_a_call_whatever_it_asks_to_become() throws Exception {
      try (var client = new Socket("127.0.0.1", gateway.port())) {
        client
            .getOutputStream()
            .write(
                """
                GET /api/v1/statuses/1 HTTP/1.1\r
                Host: isegoria.test\r
                Connection: Upgrade, close\r
                Upgrade: websocket\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                \r
                """
                    .getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
            .startsWith("HTTP/1.1 200");
      }
      assertThat(gateway.post.asked().getFirst().headers()).doesNotContainKey("upgrade");
    }

    @Test
    void a_sane_trace_is_continued() {
      String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
      gateway.get("/api/v1/statuses/1", "traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
      assertThat(gateway.post.asked().getFirst().header("traceparent"))
          .startsWith("00-" + trace + "-")
          .doesNotContain("00f067aa0ba902b7");
    }

    @Test
    void links_come_back_untouched_and_inner_headers_do_not() {
      String link = "<https://isegoria.test/a?max_id=1>; rel=\"next\"";
      gateway.post.answers(_ ->
          Reply.json(200, "[]")
              .with("Link", link)
              .with("X-Isegoria-Position", "t/0@1")
              .with("X-Isegoria-Other", "1")
              .with("Access-Control-Allow-Origin", "https://elsewhere"));
      HttpResponse<String> answer = gateway.get("/api/v1/statuses/1");
      assertThat(answer.headers().allValues("Link")).containsExactly(link);
      assertThat(answer.headers().map())
          .doesNotContainKeys("x-isegoria-position", "x-isegoria-other");
      assertThat(answer.headers().allValues("Access-Control-Allow-Origin")).containsExactly("*");
    }

    @Test
    void a_path_that_means_two_things_goes_nowhere() {
      for (String path :
          List.of(
              "/api/v1/accounts/../../../internal/tokens/introspect",
              "/api/v1/accounts/%2e%2e/%2E%2E/x",
              "/api/v1/statuses/1%2Fcontext",
              "/api/v1/statuses/1;a=b",
              "/%61pi/v1/statuses/1",
              "/api/v1/follow%5frequests",
              "/oauth/%74oken",
              "/api//v1/statuses")) {
        assertThat(gateway.get(path).statusCode()).as(path).isEqualTo(404);
      }
      assertThat(gateway.post.asked()).isEmpty();
    }
  }

  @Nested
  final class Instances {
    @Test
    void a_reader_stays_with_one_instance_and_strangers_take_turns() {
      for (int i = 0; i < 6; i++) {
        gateway.as(ANA, "GET", "/api/v1/timelines/home");
      }
      assertThat(List.of(gateway.timeline.asked().size(), gateway.otherTimeline.asked().size()))
          .containsExactlyInAnyOrder(0, 6);

      for (int i = 0; i < 6; i++) {
        gateway.get(SAYS_NOTHING);
      }
      assertThat(List.of(gateway.timeline.asked().size(), gateway.otherTimeline.asked().size()))
          .containsExactlyInAnyOrder(3, 9);
    }

    @Test
    void a_read_that_breaks_is_asked_of_another_instance() {
      gateway.timeline.answers(_ -> Reply.hangUp());
      for (int i = 0; i < 4; i++) {
        assertThat(gateway.get(SAYS_NOTHING).statusCode()).isEqualTo(200);
      }
    }

    @Test
    void a_read_that_an_instance_cannot_serve_is_asked_of_another() {
      gateway.timeline.answers(_ -> Reply.json(503, "{\"error\":\"starting\"}").with("X-A", "1"));
      for (int i = 0; i < 4; i++) {
        HttpResponse<String> answer = gateway.get(SAYS_NOTHING);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map()).doesNotContainKey("x-a");
      }
    }

    @Test
    void an_instance_that_is_not_ready_is_passed_over_at_no_cost() {
      gateway.timeline.answers(
          _ -> Reply.json(503, "{\"error\":\"starting\"}").with(UpstreamCall.NOT_READY, "true"));
      for (int i = 0; i < 3 * RETRIES_MIN; i++) {
        assertThat(gateway.get(SAYS_NOTHING).statusCode()).isEqualTo(200);
      }
      gateway.otherTimeline.answers(_ ->
          Reply.json(503, "{\"error\":\"starting\"}")
              .with(UpstreamCall.NOT_READY, "true")
              .with("Retry-After", "3"));
      HttpResponse<String> answer = gateway.get(SAYS_NOTHING);
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).contains("3");
      assertThat(answer.headers().map()).doesNotContainKey("x-isegoria-not-ready");
    }

    @Test
    void no_more_reads_are_repeated_than_the_budget_has() {
      gateway.timeline.answers(_ -> Reply.json(503, "{\"error\":\"busy\"}"));
      gateway.otherTimeline.answers(_ -> Reply.json(503, "{\"error\":\"busy\"}"));
      int calls = 5 * RETRIES_MIN;
      for (int i = 0; i < calls; i++) {
        assertThat(gateway.get(SAYS_NOTHING).statusCode()).isEqualTo(503);
      }
      assertThat(reads()).isLessThan(2 * calls);
      assertThat(gateway.management("/actuator/prometheus").body())
          .contains("gateway_retries_refused_total{upstream=\"timeline\"}");
    }

    @Test
    void a_service_is_told_until_when_it_is_waited_for() {
      long before = System.currentTimeMillis();
      gateway.get("/api/v1/statuses/1", UpstreamCall.DEADLINE, "1");
      long deadline =
          Long.parseLong(
              String.valueOf(gateway.post.asked().getFirst().header(UpstreamCall.DEADLINE)));
      assertThat(deadline).isBetween(before, System.currentTimeMillis() + 10_000);
    }

    @Test
    void a_write_that_breaks_is_not_repeated_and_its_outcome_is_unknown() {
      gateway.timeline.answers(_ -> Reply.hangUp());
      gateway.otherTimeline.answers(_ -> Reply.hangUp());
      HttpResponse<String> answer = gateway.post("/api/v1/notifications/clear", "{}");

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).contains("1");
      assertThat(reads()).isEqualTo(1);
    }

    @Test
    void a_read_is_tried_once_per_instance() {
      gateway.timeline.answers(_ -> Reply.hangUp());
      gateway.otherTimeline.answers(_ -> Reply.hangUp());

      assertThat(gateway.as(BO, "GET", SAYS_NOTHING).statusCode()).isEqualTo(503);
      assertThat(reads()).isEqualTo(2);
    }
  }

  @Nested
  final class Errors {
    @Test
    void an_error_of_a_service_passes_as_it_is() {
      gateway.post.answers(_ -> Reply.json(422, "{\"error\":\"Validation failed: x\"}"));
      HttpResponse<String> answer = gateway.get("/api/v1/statuses/1");
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).isEqualTo("{\"error\":\"Validation failed: x\"}");
    }

    @Test
    void an_error_page_becomes_error_json() {
      gateway.post.answers(
          _ -> new Reply(400, "<html>oops", java.util.Map.of("Content-Type", "text/html")));
      HttpResponse<String> answer = gateway.get("/api/v1/statuses/1");
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).isEqualTo("{\"error\":\"Bad request\"}");
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    }

    @Test
    void no_502_or_504_reaches_a_client() {
      for (int status : List.of(502, 504)) {
        gateway.post.answers(_ -> Reply.json(status, "{\"error\":\"inner\"}"));
        HttpResponse<String> answer = gateway.get("/api/v1/statuses/1");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("temporary problem");
      }
    }

    @Test
    void what_nobody_answers_is_not_found() {
      for (String path : List.of("/api/v1/nope", "/internal/tokens/introspect", "/actuator")) {
        HttpResponse<String> answer = gateway.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"error\":\"Record not found\"}");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
      }
      assertThat(gateway.post("/api/v1/instance", "{}").statusCode()).isEqualTo(404);
      assertThat(
              gateway
                  .send(gateway.request("/").method("HEAD", BodyPublishers.noBody()))
                  .statusCode())
          .isEqualTo(200);
    }
  }
}
