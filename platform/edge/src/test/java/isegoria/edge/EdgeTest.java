package isegoria.edge;

import static isegoria.edge.TestClient.answers;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import isegoria.edge.sample.SampleService;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EdgeTest {

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

  @Nested
  final class Errors {

    @Test
    void a_path_that_nobody_serves_is_not_found() throws Exception {
      answers(404, "Record not found", ask.get("/api/v1/nowhere"));
    }

    @Test
    void another_method_is_not_allowed() throws Exception {
      HttpResponse<String> answer = ask.send("DELETE", "/api/v1/echo", null, "");
      answers(405, "Method not allowed", answer);
      assertThat(answer.headers().firstValue("Allow")).isPresent();
      answers(405, "Method not allowed", ask.send("FROB", "/api/v1/echo", null, ""));
    }

    @Test
    void a_body_that_is_no_json_is_refused() throws Exception {
      String unreadable = "The request body could not be read";
      answers(400, unreadable, ask.post("application/json", "{\"a\":"));
      answers(400, unreadable, ask.post("application/json", "[1,2]"));
      answers(400, unreadable, ask.post("application/json", "\u0000\u0001"));
      answers(400, unreadable, ask.post("application/json", "{\"a\":".repeat(5_000)));
      answers(400, unreadable, ask.post("application/x-www-form-urlencoded", "a=%zz"));
      answers(400, unreadable, ask.post("multipart/form-data", "no boundary"));
      answers(400, unreadable, ask.post("multipart/form-data; boundary=x", "--x\r\nbroken"));
    }

    @Test
    void another_content_type_is_refused() throws Exception {
      answers(415, "The content type is not supported", ask.post("text/plain", "hello"));
      answers(415, "The content type is not supported", ask.post("application/xml", "<a/>"));
      answers(415, "The content type is not supported", ask.post("no type at all", "x"));
    }

    @Test
    void a_header_that_cannot_be_read_hinders_no_read() throws Exception {
      for (String type : new String[] {"x", "application/json;charset=x", "a/b/c", "/", ";", ""}) {
        assertThat(ask.get("/api/v1/echo?text=a", "Content-Type", type).statusCode())
            .as(type)
            .isEqualTo(200);
      }
      answers(415, "The content type is not supported", ask.post("x", "{}"));
    }

    @Test
    void a_header_may_name_more_than_the_container_counts() throws Exception {
      String languages =
          IntStream.range(0, 30)
              .mapToObj(i -> "a" + (char) ('a' + i % 26) + "-XX;q=0.1")
              .collect(joining(","));
      assertThat(ask.get("/api/v1/echo", "Accept-Language", languages).statusCode()).isEqualTo(200);
      assertThat(ask.get("/api/v1/nowhere", "Accept-Language", languages).statusCode())
          .isEqualTo(404);
      String cookies = IntStream.range(0, 300).mapToObj(i -> "c" + i + "=1").collect(joining("; "));
      assertThat(ask.get("/api/v1/cookies", "Cookie", cookies).body()).isEqualTo("{\"count\":300}");
    }

    @Test
    void a_link_repeats_what_the_page_heeds_and_nothing_else() throws Exception {
      HttpResponse<String> answer =
          ask.get("/api/v1/pages?limit=1&any[]=a&any[]=b&max_id=9&x=" + "x".repeat(3_900));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Link"))
          .contains(
              "<https://is.example/pages?limit=1&any%5B%5D=a&any%5B%5D=b&max_id=8>; rel=\"next\", "
                  + "<https://is.example/pages?limit=1&any%5B%5D=a&any%5B%5D=b&min_id=9>;"
                  + " rel=\"prev\"");
      assertThat(ask.get("/api/v1/pages?any[]=" + "x".repeat(3_900)).statusCode()).isEqualTo(200);
    }

    @Test
    void an_update_answers_put_and_patch_alike() throws Exception {
      for (String method : new String[] {"PUT", "PATCH"}) {
        assertThat(
                ask.send(method, "/api/v1/things/7", "application/json", "{\"text\":\"x\"}").body())
            .contains("\"x\"");
      }
    }

    @Test
    void a_body_beyond_the_bound_is_too_large() throws Exception {
      String large = "a=" + "x".repeat(ParamReader.BODY_BYTES_MAX);
      answers(
          413, "The request is too large", ask.post("application/x-www-form-urlencoded", large));
      answers(
          413,
          "The request is too large",
          ask.post("application/json", "{\"a\":\"" + large + "\"}"));
    }

    @Test
    void an_id_that_cannot_be_one_is_not_found() throws Exception {
      for (String id : new String[] {"x", "-1", "0", "1.5", "99999999999999999999"}) {
        answers(404, "Record not found", ask.get("/api/v1/things/" + id));
      }
    }

    @Test
    void a_path_that_cannot_be_read_is_refused() throws Exception {
      answers(400, "The request body could not be read", ask.get("/api/v1/things/%00"));
      answers(400, "The request body could not be read", ask.get("/api/v1/things/%F0"));
    }

    @Test
    void a_parameter_of_the_wrong_kind_is_named() throws Exception {
      answers(400, "Parameter limit must be a whole number", ask.get("/api/v1/typed?limit=many"));
      answers(400, "Parameter limit must be a text", ask.get("/api/v1/typed?limit[]=1"));
      answers(400, "Parameter only must be true or false", ask.get("/api/v1/typed?only=perhaps"));
      answers(400, "Required parameter is missing: q", ask.get("/api/v1/typed"));
    }

    @Test
    void what_nobody_foresaw_says_nothing() throws Exception {
      HttpResponse<String> answer = ask.get("/api/v1/broken?secret=mark");
      answers(500, "Something went wrong on our side", answer);
      assertThat(answer.body()).doesNotContain("mark", "Exception", "isegoria");
    }

    @Test
    void a_database_that_is_away_is_asked_again_later() throws Exception {
      HttpResponse<String> answer = ask.get("/api/v1/away");
      answers(503, "There was a temporary problem serving your request, please try again", answer);
      assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void what_is_no_http_at_all_gets_json_too() throws Exception {
      assertThat(ask.raw("GET /a|b?<> HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
          .startsWith("HTTP/1.1 400")
          .contains("application/json")
          .contains("{\"error\":");
      assertThat(ask.raw("GET / HTTP/1.1\r\nConnection: close\r\n\r\n"))
          .startsWith("HTTP/1.1 400")
          .doesNotContain("<html");
      assertThat(
              ask.raw(
                  "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX: "
                      + "x".repeat(40_000)
                      + "\r\n\r\n"))
          .startsWith("HTTP/1.1 4")
          .doesNotContain("<html");
    }
  }

  @Nested
  final class Parameters {

    @Test
    void every_way_to_say_it_reads_the_same_with_every_method() throws Exception {
      String multipart =
          String.join(
              "\r\n",
              "--x",
              "Content-Disposition: form-data; name=\"poll[options][0]\"",
              "",
              "a",
              "--x",
              "Content-Disposition: form-data; name=\"text\"",
              "",
              "é",
              "--x--",
              "");
      for (String method : new String[] {"POST", "PUT", "PATCH"}) {
        assertThat(
                ask.send(
                        method,
                        "/api/v1/echo",
                        "application/json; charset=utf-8",
                        "{\"poll\":{\"options\":[\"a\"]},\"text\":\"é\",\"none\":null}")
                    .body())
            .isEqualTo("{\"text\":\"é\",\"options\":[\"a\"],\"viewer\":\"anonymous\"}");
        assertThat(
                ask.send(
                        method,
                        "/api/v1/echo",
                        "application/x-www-form-urlencoded",
                        "poll[options][]=a&text=%C3%A9")
                    .body())
            .isEqualTo("{\"text\":\"é\",\"options\":[\"a\"],\"viewer\":\"anonymous\"}");
        assertThat(
                ask.send(method, "/api/v1/echo", "multipart/form-data; boundary=x", multipart)
                    .body())
            .isEqualTo("{\"text\":\"é\",\"options\":[\"a\"],\"viewer\":\"anonymous\"}");
      }
      assertThat(
              ask.send("DELETE", "/api/v1/things/7", "application/json", "{\"text\":\"x\"}").body())
          .contains("x");
    }

    @Test
    void the_body_wins_over_the_query() throws Exception {
      assertThat(
              ask.send("POST", "/api/v1/echo?text=query", "application/json", "{\"text\":\"body\"}")
                  .body())
          .contains("body");
      assertThat(ask.send("POST", "/api/v1/echo?text=query", null, "").body()).contains("query");
    }

    @Test
    void a_file_of_a_multipart_body_is_no_text() throws Exception {
      String multipart =
          String.join(
              "\r\n",
              "--x",
              "Content-Disposition: form-data; name=\"text\"; filename=\"a.png\"",
              "Content-Type: image/png",
              "",
              "bytes",
              "--x--",
              "");
      answers(
          400,
          "Parameter text must be a text",
          ask.post("multipart/form-data; boundary=x", multipart));
    }
  }

  @Nested
  final class Viewers {

    @Test
    void a_good_token_names_the_viewer() throws Exception {
      String token = RunningSample.KEY.sign("42", "write", Instant.now().plusSeconds(60));

      assertThat(ask.get("/api/v1/echo", "Authorization", "Bearer " + token).body())
          .contains("\"viewer\":\"42\"");
      assertThat(ask.get("/api/v1/mine", "Authorization", "Bearer " + token).body())
          .isEqualTo("{\"id\":\"42\"}");
    }

    @Test
    void a_missing_token_a_bad_one_and_one_without_the_scope_are_told_apart() throws Exception {
      answers(401, "The access token is invalid", ask.get("/api/v1/mine"));
      answers(
          401, "The access token is invalid", ask.get("/api/v1/echo", "Authorization", "Bearer x"));
      answers(401, "The access token is invalid", ask.get("/api/v1/echo", "Authorization", "x"));
      String expired = RunningSample.KEY.sign("42", "write", Instant.now().minusSeconds(60));
      answers(
          401,
          "The access token is invalid",
          ask.get("/api/v1/echo", "Authorization", "Bearer " + expired));
      String reading = RunningSample.KEY.sign("42", "read", Instant.now().plusSeconds(60));
      answers(
          403,
          "This action is outside the authorized scopes",
          ask.get("/api/v1/mine", "Authorization", "Bearer " + reading));
      String app = RunningSample.KEY.sign(null, "write", Instant.now().plusSeconds(60));
      answers(
          422,
          "This method requires an authenticated user",
          ask.get("/api/v1/mine", "Authorization", "Bearer " + app));
    }

    @Test
    void internal_routes_are_for_those_who_know_the_secret() throws Exception {
      answers(403, "This action is not allowed", ask.get("/internal/ping"));
      answers(
          403, "This action is not allowed", ask.get("/internal/ping", InternalSecret.HEADER, "x"));
      assertThat(ask.get("/internal/ping", InternalSecret.HEADER, "open sesame").statusCode())
          .isEqualTo(200);
    }
  }

  @Nested
  final class Management {

    @Test
    void readiness_names_what_is_not_ready() throws Exception {
      SampleService.ready.set(false);
      HttpResponse<String> waiting = ask.management("/actuator/health/readiness");
      SampleService.ready.set(true);
      HttpResponse<String> ready = ask.management("/actuator/health/readiness");

      assertThat(waiting.statusCode()).isEqualTo(503);
      assertThat(waiting.body()).contains("\"sample\":\"not ready\"");
      assertThat(ready.statusCode()).isEqualTo(200);
      assertThat(ready.body()).contains("\"token keys\":\"ready\"");
    }

    @Test
    void meters_say_which_service_and_instance() throws Exception {
      ask.get("/api/v1/echo");

      assertThat(ask.metrics())
          .contains("service=\"sample\"")
          .contains("instance=\"3\"")
          .containsPattern("http_server_requests_seconds_bucket\\{[^}]*uri=\"/api/v1/echo\"");
    }

    @Test
    void management_is_not_on_the_port_that_is_routed() throws Exception {
      answers(404, "Record not found", ask.get("/actuator/health"));
    }
  }
}
