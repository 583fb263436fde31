package isegoria.edge;

import static isegoria.edge.TestClient.answers;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import isegoria.api.endpoint.Access.Caller;
import isegoria.api.endpoint.Endpoint;
import isegoria.api.endpoint.Endpoints;
import isegoria.api.endpoint.Unbuilt;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a service answers that has a resource for next to nothing. */
final class UnbuiltEndpointsTest {

  private static final String EVERYTHING = "profile read write follow push admin:read admin:write";

  /** Those that the sample service has a resource for. */
  private static final Set<String> BUILT = Set.of("/api/v1/announcements");

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
  void each_answers_as_listed_to_one_who_may_ask() throws Exception {
    String moderator = RunningSample.KEY.sign("42", EVERYTHING, inAMinute());
    int asked = 0;
    for (Endpoint endpoint : Endpoints.all()) {
      Unbuilt unbuilt = endpoint.unbuilt();
      if (unbuilt == null || endpoint.isStream() || BUILT.contains(endpoint.path())) {
        continue;
      }
      for (String method : endpoint.methods()) {
        HttpResponse<String> answer = ask.as(moderator, method, endpoint.example("1"));
        assertThat(answer.body()).as(endpoint.name()).isEqualTo(unbuilt.body());
        assertThat(answer.statusCode()).as(endpoint.name()).isEqualTo(unbuilt.status());
        asked++;
      }
    }
    assertThat(asked).isGreaterThan(50);
  }

  @Test
  void an_empty_answer_is_no_way_around_a_token() throws Exception {
    String nothing = RunningSample.KEY.sign("42", "", inAMinute());
    for (Endpoint endpoint : Endpoints.all()) {
      if (endpoint.unbuilt() == null
          || endpoint.isStream()
          || endpoint.access().caller() == Caller.PUBLIC
          || BUILT.contains(endpoint.path())) {
        continue;
      }
      String path = endpoint.example("1");
      assertThat(ask.send(endpoint.method(), path, null, "").statusCode())
          .as(endpoint.name())
          .isEqualTo(401);
      if (!endpoint.access().scopes().isEmpty()) {
        assertThat(ask.as(nothing, endpoint.method(), path).statusCode())
            .as(endpoint.name())
            .isEqualTo(403);
      }
    }
  }

  @Test
  void an_app_is_no_person_and_a_person_no_moderator() throws Exception {
    String app = RunningSample.KEY.sign(null, EVERYTHING, inAMinute());
    answers(
        422,
        "This method requires an authenticated user",
        ask.as(app, "GET", "/api/v1/scheduled_statuses"));
    String person =
        RunningSample.KEY.sign(
            new JWTClaimsSet.Builder()
                .subject("42")
                .claim("app", "5")
                .claim("scope", EVERYTHING)
                .claim("sid", "s1")
                .claim("role", "user")
                .expirationTime(Date.from(inAMinute()))
                .build());
    answers(403, "This action is not allowed", ask.as(person, "GET", "/api/v1/admin/ip_blocks"));
    assertThat(ask.as(person, "GET", "/api/v1/scheduled_statuses").body()).isEqualTo("[]");
  }

  @Test
  void a_public_one_needs_no_token_but_a_good_one() throws Exception {
    assertThat(ask.get("/api/v1/trends/tags").body()).isEqualTo("[]");
    answers(
        401,
        "The access token is invalid",
        ask.get("/api/v1/trends/tags", "Authorization", "Bearer x"));
  }

  @Test
  void a_resource_takes_its_endpoint_over() throws Exception {
    assertThat(ask.get("/api/v1/announcements").body()).isEqualTo("[\"built\"]");
  }

  @Test
  void what_is_not_listed_is_not_there() throws Exception {
    answers(404, "Record not found", ask.get("/api/v1/trends/weather"));
    answers(405, "Method not allowed", ask.send("DELETE", "/api/v1/trends/tags", null, ""));
  }

  private static Instant inAMinute() {
    return Instant.now().plusSeconds(60);
  }
}
