package isegoria.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import isegoria.gateway.testing.FakeService.Reply;
import isegoria.gateway.testing.TestGateway;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class EdgeTest {
  private static TestGateway gateway;

  @BeforeAll
  static void start() {
    gateway = new TestGateway();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void a_browser_is_told_that_it_may() {
    HttpResponse<String> answer =
        gateway.send(
            gateway
                .request(
                    "/api/v1/statuses",
                    "Origin",
                    "https://app.example",
                    "Access-Control-Request-Method",
                    "POST",
                    "Access-Control-Request-Headers",
                    "authorization,idempotency-key")
                .method("OPTIONS", BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(200);
    var headers = answer.headers();
    assertThat(headers.firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(headers.firstValue("Access-Control-Allow-Headers"))
        .contains("authorization,idempotency-key");
    assertThat(headers.firstValue("Access-Control-Allow-Methods").orElse("")).contains("DELETE");
    assertThat(headers.map()).doesNotContainKey("access-control-allow-credentials");
  }

  @Test
  void answers_expose_what_browser_clients_read() {
    var headers = gateway.get("/api/v1/custom_emojis", "Origin", "https://a.example").headers();
    assertThat(headers.firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(headers.firstValue("Access-Control-Expose-Headers").orElse(""))
        .contains("Link", "X-RateLimit-Remaining", "X-Request-Id");
  }

  @Test
  void the_consent_page_is_for_no_other_origin_and_may_redirect_anywhere() {
    gateway.account.answers(
        _ -> new Reply(200, "<html>", Map.of("Content-Type", "text/html;charset=UTF-8")));
    var headers = gateway.get("/oauth/authorize?x=y", "Origin", "https://a.example").headers();
    assertThat(headers.map()).doesNotContainKey("access-control-allow-origin");
    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("frame-ancestors 'none'")
        .doesNotContain("form-action");
    assertThat(headers.map()).doesNotContainKey("cross-origin-opener-policy");
    gateway.account.answers(gateway::accountService);
  }

  @Test
  void every_answer_is_safe_to_show() {
    var headers = gateway.get("/").headers();
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
    assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
    assertThat(headers.firstValue("Strict-Transport-Security").orElse("")).contains("max-age");
    assertThat(headers.firstValue("X-Request-Id").orElse("")).matches("[0-9a-f]{32}");
  }

  @Test
  void a_body_that_is_too_large_is_refused_counted_or_not() {
    String large = "x".repeat(1_100_000);
    assertThat(gateway.post("/api/v1/statuses", large).statusCode()).isEqualTo(413);
    HttpResponse<String> uncounted =
        gateway.send(
            gateway
                .request("/api/v1/statuses")
                .POST(
                    BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8)))));
    assertThat(uncounted.statusCode()).isEqualTo(413);
    assertThat(uncounted.body()).isEqualTo("{\"error\":\"The request is too large\"}");
  }

  @Test
  void a_header_that_cannot_be_read_hinders_no_read() {
    for (String type : List.of("x", "application/json;charset=x", "a/b/c", "/", ";")) {
      for (String path : List.of("/", "/health", "/api/v1/statuses/1", "/api/v1/nope")) {
        int usual = gateway.get(path).statusCode();
        assertThat(gateway.get(path, "Content-Type", type).statusCode()).as(path).isEqualTo(usual);
      }
      HttpResponse<String> write = gateway.post("/api/v1/statuses", "{}", "Content-Type", type);
      assertThat(write.statusCode()).as(type).isEqualTo(415);
      assertThat(write.body()).isEqualTo("{\"error\":\"The content type is not supported\"}");
      assertThat(write.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }
    String languages =
        IntStream.range(0, 40)
            .mapToObj(i -> "de-A" + i + ";q=0.5")
            .collect(Collectors.joining(","));
    for (String[] header :
        List.of(
            new String[] {"Accept", "x"},
            new String[] {"Accept", "a/b;q=z"},
            new String[] {"Accept-Language", languages},
            new String[] {"Accept-Language", "***;;q"},
            new String[] {"Accept-Charset", "x"},
            new String[] {"Range", "bytes=z"},
            new String[] {"If-Modified-Since", "yesterday"},
            new String[] {"If-None-Match", "x"},
            new String[] {"Access-Control-Request-Method", "?"},
            new String[] {"Origin", "\\"},
            new String[] {"Cookie", "=;=;"},
            new String[] {"Authorization", "Bearer"},
            new String[] {"Cache-Control", "max-age=z"},
            new String[] {"Forwarded", "for=;;"})) {
      for (String path :
          List.of(
              "/",
              "/health",
              "/api/v2/instance",
              "/.well-known/host-meta",
              "/headers/original/missing.png",
              "/api/v1/statuses/1")) {
        HttpResponse<String> answer = gateway.get(path, header);
        assertThat(answer.statusCode()).as(path + " " + header[0]).isEqualTo(200);
      }
    }
  }

  @Test
  void no_log_line_holds_a_token_or_a_query() {
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    // A call that ends late still logs while the lines are read.
    lines.list = new CopyOnWriteArrayList<>();
    lines.start();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(lines);
    gateway.as("token-canary", "GET", "/api/v1/statuses/1?q=canary-words");
    gateway.get("/api/v1/statuses/1?access_token=token-canary");
    gateway.account.answers(_ -> Reply.hangUp());
    gateway.as("token-canary2", "GET", "/api/v1/statuses/1");
    gateway.account.answers(gateway::accountService);
    root.detachAppender(lines);

    String all =
        lines.list.stream()
            .map(e -> e.getFormattedMessage() + e.getKeyValuePairs() + e.getThrowableProxy())
            .collect(Collectors.joining("\n"));
    assertThat(all).contains("post-posts").contains("trace.id");
    assertThat(all).doesNotContain("canary").doesNotContain("127.0.0.1");
  }
}
