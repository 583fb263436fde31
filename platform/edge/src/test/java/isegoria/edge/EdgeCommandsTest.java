package isegoria.edge;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.api.ApiJson;
import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.Progress;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands, deadlines and what reads wait for, through a running service. */
final class EdgeCommandsTest {

  @TempDir static Path secrets = Path.of("");

  @SuppressWarnings("NullAway.Init") // Set before any test runs.
  private static RunningSample service;

  private static TestClient ask = new TestClient(0, 0);

  @BeforeAll
  static void start() throws IOException {
    service = RunningSample.start(secrets);
    ask = service.client();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void the_same_key_of_the_same_person_is_the_same_command() throws Exception {
    String ana = "Bearer " + RunningSample.KEY.sign("42", "write", Instant.now().plusSeconds(60));
    String bo = "Bearer " + RunningSample.KEY.sign("43", "write", Instant.now().plusSeconds(60));

    String first = command(ana, "key");
    assertThat(command(ana, "key")).isEqualTo(first);
    assertThat(command(bo, "key")).isNotEqualTo(first);
    assertThat(command(ana, "other")).isNotEqualTo(first);
    assertThat(command(ana, "")).isNotEqualTo(command(ana, ""));
  }

  private String command(String token, String key) throws Exception {
    String body = ask.get("/api/v1/command", "Authorization", token, "Idempotency-Key", key).body();
    return String.valueOf(ApiJson.read(body, Map.class).get("id"));
  }

  @Test
  void a_command_carries_the_trace_of_its_request() throws Exception {
    String trace = "0af7651916cd43dd8448eb211c80319c";

    assertThat(
            ask.get("/api/v1/command", "traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                .body())
        .contains("00-" + trace);
  }

  @Test
  void the_answer_tells_where_the_write_can_be_seen() throws Exception {
    assertThat(ask.get("/api/v1/written").headers().firstValue(Replies.POSITION_HEADER))
        .contains("post.states.v1/3@7,post.states.v1/4@8");
  }

  @Test
  void a_read_waits_for_what_its_reader_wrote() throws Exception {
    Progress view = new Progress("view");
    service.context().getBean(Barrier.class).register("post.states.v1", view);
    Thread.ofVirtual()
        .start(() -> {
          java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
          view.advance("post.states.v1", 3, 9);
        });
    long before = System.nanoTime();
    ask.get("/api/v1/echo", Replies.POSITION_HEADER, "post.states.v1/3@9");
    long waited = System.nanoTime() - before;

    assertThat(view.passed("post.states.v1", 3)).isEqualTo(9);
    assertThat(Duration.ofNanos(waited)).isLessThan(Duration.ofSeconds(2));
    // It would wait for an hour, were it not for its deadline.
    assertThat(
            ask.get(
                    "/api/v1/echo",
                    Replies.POSITION_HEADER,
                    "post.states.v1/3@99",
                    Deadline.HEADER,
                    inMillis(50))
                .statusCode())
        .isEqualTo(200);
    assertThat(ask.metrics()).containsPattern("reads_stale_total\\{[^}]*} 1\\.0");
  }

  @Test
  void a_view_that_lags_does_not_slow_a_resource_that_does_not_read_it() throws Exception {
    service.context().getBean(Barrier.class).register("post.lagging.v1", new Progress("lagging"));
    // Without a deadline it would be waited for for an hour.
    assertThat(
            ask.get("/api/v1/current", Replies.POSITION_HEADER, "post.lagging.v1/1@1").statusCode())
        .isEqualTo(200);
  }

  @Test
  void a_command_waits_no_longer_than_the_gateway_does() throws Exception {
    Duration usual = Duration.ofHours(1);
    assertThat(patience()).isEqualTo(usual);
    assertThat(patience(Deadline.HEADER, "soon")).isEqualTo(usual);
    assertThat(patience(Deadline.HEADER, inMillis(usual.toMillis() * 2))).isEqualTo(usual);
    assertThat(patience(Deadline.HEADER, inMillis(usual.toMillis() / 2)))
        .isPositive()
        .isLessThanOrEqualTo(usual.dividedBy(2));
    HttpResponse<String> late = ask.get("/api/v1/command", Deadline.HEADER, inMillis(-1));
    assertThat(late.statusCode()).isEqualTo(503);
    assertThat(late.headers().firstValue("Retry-After")).contains("1");
  }

  private Duration patience(String... headers) throws Exception {
    String body = ask.get("/api/v1/command", headers).body();
    return Duration.parse(String.valueOf(ApiJson.read(body, Map.class).get("patience")));
  }

  @Test
  void a_deadline_goes_along_to_another_thread_and_ends_with_its_request() throws Exception {
    assertThat(ask.get("/api/v1/elsewhere", Deadline.HEADER, inMillis(60_000)).body())
        .isEqualTo("{\"carried\":true,\"left\":false}");
    assertThat(ask.get("/api/v1/elsewhere").body()).isEqualTo("{\"carried\":false,\"left\":false}");
  }

  private static String inMillis(long millis) {
    return Long.toString(System.currentTimeMillis() + millis);
  }
}
