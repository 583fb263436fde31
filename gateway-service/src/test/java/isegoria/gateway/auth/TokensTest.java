package isegoria.gateway.auth;

import static isegoria.gateway.testing.TestGateway.ANA;
import static isegoria.gateway.testing.TestGateway.BO;
import static org.assertj.core.api.Assertions.assertThat;

import isegoria.gateway.testing.FakeService.Reply;
import isegoria.gateway.testing.TestGateway;
import java.net.http.HttpResponse;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TokensTest {
  private static TestGateway gateway;

  @BeforeAll
  static void start() {
    gateway = new TestGateway();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @BeforeEach
  void reset() {
    gateway.bean(PhantomTokens.class).forgetAll();
    gateway.account.answers(gateway::accountService);
    gateway.account.forget();
    gateway.post.forget();
  }

  @Test
  void a_token_is_exchanged_and_does_not_pass_inwards() {
    HttpResponse<String> answer = gateway.as(ANA, "GET", "/api/v1/statuses/1");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(gateway.post.asked()).hasSize(1);
    assertThat(gateway.post.asked().getFirst().header("authorization"))
        .isEqualTo("Bearer jwt-of-1001");
    assertThat(gateway.account.asked().getFirst().header("x-isegoria-internal"))
        .isEqualTo("between-services");
  }

  @Test
  void account_service_is_asked_once_per_token() {
    for (int i = 0; i < 5; i++) {
      assertThat(gateway.as(ANA, "GET", "/api/v1/statuses/1").statusCode()).isEqualTo(200);
    }
    assertThat(gateway.account.asked("/internal")).hasSize(1);
  }

  @Test
  void requests_that_arrive_together_wait_for_one_answer() throws Exception {
    gateway.account.answers(asked -> {
      Thread.sleep(200);
      return gateway.accountService(asked);
    });
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> read = () -> gateway.as(BO, "GET", "/api/v1/statuses/1").statusCode();
      for (var answer : executor.invokeAll(IntStream.range(0, 20).mapToObj(_ -> read).toList())) {
        assertThat(answer.get()).isEqualTo(200);
      }
    }
    assertThat(gateway.account.asked("/internal")).hasSize(1);
  }

  @Test
  void a_bad_token_is_refused_here() {
    HttpResponse<String> answer = gateway.as("wrong", "GET", "/api/v1/statuses/1");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("{\"error\":\"The access token is invalid\"}");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(gateway.post.asked()).isEmpty();
  }

  @Test
  void a_disabled_log_in_is_told_so() {
    HttpResponse<String> answer = gateway.as("token-disabled", "GET", "/api/v1/statuses/1");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).isEqualTo("{\"error\":\"Your login is currently disabled\"}");
  }

  @Test
  void without_a_token_no_authorization_passes_inwards() {
    assertThat(gateway.get("/api/v1/statuses/1").statusCode()).isEqualTo(200);
    gateway.get("/api/v1/statuses/1", "Authorization", "Basic Zm9vOmJhcg==");

    assertThat(gateway.post.asked()).hasSize(2);
    assertThat(gateway.post.asked()).allMatch(asked -> asked.header("authorization") == null);
  }

  @Test
  void a_token_in_the_query_is_exchanged_and_taken_out() {
    gateway.get("/api/v1/statuses/1?a=%20b&access_token=" + ANA + "&c=d");

    assertThat(gateway.post.asked().getFirst().uri()).isEqualTo("/api/v1/statuses/1?a=%20b&c=d");
    assertThat(gateway.post.asked().getFirst().header("authorization"))
        .isEqualTo("Bearer jwt-of-1001");
  }

  @Test
  void a_token_in_the_query_is_taken_out_however_its_name_is_spelled() {
    gateway.get("/api/v1/statuses/1?access%5Ftoken=" + ANA + "&a&b=1");

    assertThat(gateway.post.asked().getFirst().uri()).doesNotContain(ANA);
    assertThat(gateway.post.asked().getFirst().header("authorization"))
        .isEqualTo("Bearer jwt-of-1001");
  }

  @Test
  void a_client_may_authenticate_itself_at_the_token_endpoint() {
    gateway.post("/oauth/token", "grant_type=x", "Authorization", "Basic Zm9vOmJhcg==");
    gateway.post("/oauth/revoke", "token=x", "Authorization", "Bearer long-gone");

    assertThat(gateway.account.asked("/oauth/token").getFirst().header("authorization"))
        .isEqualTo("Basic Zm9vOmJhcg==");
    assertThat(gateway.account.asked("/oauth/revoke").getFirst().header("authorization")).isNull();
    assertThat(gateway.account.asked("/internal")).isEmpty();
  }

  @Test
  void a_token_whose_revocation_is_heard_of_is_refused_at_once() {
    assertThat(gateway.as("token-9", "GET", "/api/v1/statuses/1").statusCode()).isEqualTo(200);

    gateway.bean(Revocations.class).heard(OpaqueToken.sidOf("token-9"));

    assertThat(gateway.as("token-9", "GET", "/api/v1/statuses/1").statusCode()).isEqualTo(401);
  }

  @Test
  void a_token_is_refused_from_the_answer_to_its_revocation_on() {
    assertThat(gateway.as("token-8", "GET", "/api/v1/statuses/1").statusCode()).isEqualTo(200);
    gateway.account.answers(asked ->
        asked.uri().equals("/oauth/revoke")
            ? Reply.json(200, "{}").with(Revocations.HEADER, OpaqueToken.sidOf("token-8"))
            : gateway.accountService(asked));

    HttpResponse<String> revoked = gateway.post("/oauth/revoke", "token=token-8");

    assertThat(revoked.body()).isEqualTo("{}");
    assertThat(revoked.headers().firstValue(Revocations.HEADER)).isEmpty();
    assertThat(gateway.as("token-8", "GET", "/api/v1/statuses/1").statusCode()).isEqualTo(401);
  }

  @Test
  void an_unknown_token_cannot_be_judged_while_account_service_is_down() {
    gateway.account.answers(_ -> Reply.json(503, "{}"));

    HttpResponse<String> answer = gateway.as(ANA, "GET", "/api/v1/statuses/1");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    assertThat(answer.body())
        .isEqualTo(
            "{\"error\":\"There was a temporary problem serving your request, please try"
                + " again\"}");
  }

  @Test
  void a_known_token_goes_on_while_account_service_is_down() {
    assertThat(gateway.as(BO, "GET", "/api/v1/statuses/1").statusCode()).isEqualTo(200);

    gateway.account.answers(_ -> Reply.hangUp());

    assertThat(gateway.as(BO, "GET", "/api/v1/statuses/1").statusCode()).isEqualTo(200);
  }
}
