package isegoria.gateway.limit;

import static isegoria.gateway.testing.TestGateway.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import isegoria.gateway.auth.Caller;
import isegoria.gateway.limit.DefaultLimits.Asked;
import isegoria.gateway.limit.DefaultLimits.Charge;
import isegoria.gateway.testing.TestGateway;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

final class LimitsTest {
  private static final Caller BEARER = new Caller.Bearer("sid", "1", "jwt");

  private static Asked asked(HttpMethod method, String path, Caller caller, String... parameters) {
    return new Asked(method, path, Set.of(parameters), caller, "1.2.3.4", true);
  }

  @Test
  void a_request_counts_for_its_token_and_its_user() {
    assertThat(DefaultLimits.of(asked(HttpMethod.GET, "/api/v1/timelines/home", BEARER)))
        .containsExactly(new Charge(Limit.TOKEN, "sid"), new Charge(Limit.USER, "1"));
  }

  @Test
  void without_a_token_it_counts_for_its_address() {
    assertThat(DefaultLimits.of(asked(HttpMethod.GET, "/api/v1/x", new Caller.Anonymous())))
        .containsExactly(new Charge(Limit.ADDRESS, "1.2.3.4"));
  }

  @Test
  void paging_deleting_and_signing_up_have_limits_of_their_own() {
    assertThat(DefaultLimits.of(asked(HttpMethod.GET, "/api/v1/timelines/home", BEARER, "max_id")))
        .contains(new Charge(Limit.PAGING, "1"));
    assertThat(DefaultLimits.of(asked(HttpMethod.DELETE, "/api/v1/statuses/1", BEARER)))
        .contains(new Charge(Limit.DELETE, "1"));
    assertThat(DefaultLimits.of(asked(HttpMethod.POST, "/api/v1/statuses/1/unreblog", BEARER)))
        .contains(new Charge(Limit.DELETE, "1"));
    assertThat(DefaultLimits.of(asked(HttpMethod.POST, "/api/v1/accounts", BEARER)))
        .contains(new Charge(Limit.SIGN_UP, "1.2.3.4"));
    assertThat(DefaultLimits.of(asked(HttpMethod.POST, "/api/v1/apps", new Caller.Anonymous())))
        .contains(new Charge(Limit.APP, "1.2.3.4"));
  }

  @Test
  void the_headers_speak_of_the_limit_nearest_to_exhaustion_and_then_it_is_enough() {
    try (TestGateway gateway = new TestGateway("--isegoria.limits.enabled=true")) {
      HttpResponse<String> first = gateway.as(ANA, "GET", "/api/v1/statuses/1");
      assertThat(first.headers().firstValue("X-RateLimit-Limit")).contains("300");
      assertThat(first.headers().firstValue("X-RateLimit-Remaining")).contains("299");
      String reset = first.headers().firstValue("X-RateLimit-Reset").orElseThrow();
      assertThat(reset).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
      assertThat(Instant.parse(reset)).isAfter(Instant.now());

      for (int i = 0; i < 5; i++) {
        assertThat(gateway.post("/api/v1/apps", "{}").statusCode()).isEqualTo(200);
      }
      HttpResponse<String> sixth = gateway.post("/api/v1/apps", "{}");
      assertThat(sixth.statusCode()).isEqualTo(429);
      assertThat(sixth.body()).isEqualTo("{\"error\":\"Too many requests\"}");
      assertThat(sixth.headers().firstValue("X-RateLimit-Limit")).contains("5");
      assertThat(sixth.headers().firstValue("X-RateLimit-Remaining")).contains("0");
      assertThat(gateway.account.asked("/api/v1/apps")).hasSize(5);

      assertThat(gateway.get("/api/v1/nope").headers().firstValue("X-RateLimit-Limit"))
          .contains("300");
      for (int i = 0; i < 300; i++) {
        gateway.as("wrong" + i, "GET", "/api/v1/statuses/1");
      }
      int asked = gateway.account.asked("/internal").size();
      HttpResponse<String> wrong = gateway.as("wrong", "GET", "/api/v1/statuses/1");
      assertThat(wrong.statusCode()).isEqualTo(429);
      assertThat(wrong.headers().firstValue("X-RateLimit-Remaining")).contains("0");
      // Others at the address are not to blame, and not refused.
      assertThat(gateway.get("/api/v1/statuses/1").statusCode()).isEqualTo(200);
      assertThat(gateway.account.asked("/internal")).hasSize(asked);
      assertThat(gateway.as(ANA, "GET", "/api/v1/statuses/1").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void switched_off_nothing_is_refused_and_something_always_left() {
    try (TestGateway gateway = new TestGateway("--spring.profiles.active=compat")) {
      HttpResponse<String> answer = gateway.as(ANA, "GET", "/api/v1/statuses/1");
      assertThat(answer.headers().firstValue("X-RateLimit-Limit")).contains("1500");
      assertThat(answer.headers().firstValue("X-RateLimit-Remaining")).contains("1499");
      for (int i = 0; i < 8; i++) {
        assertThat(gateway.post("/api/v1/apps", "{}").statusCode()).isEqualTo(200);
      }
    }
  }
}
