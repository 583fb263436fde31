package isegoria.api.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isegoria.api.ApiJson;
import isegoria.api.scope.Scopes;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class EndpointsTest {

  /** As many as the method pages of the API and the routes behind them name. */
  private static final int LISTED = 298;

  /** Questions that clients put by POST, because they take lists of what is to be counted. */
  private static final Set<String> READS_BY_POST =
      Set.of(
          "/api/v1/admin/canonical_email_blocks/test",
          "/api/v1/admin/dimensions",
          "/api/v1/admin/measures",
          "/api/v1/admin/retention");

  @Test
  void each_is_listed_once_whatever_its_variables_are_called() {
    List<String> shapes =
        Endpoints.all().stream().map(e -> e.method() + " " + Endpoint.shape(e.path())).toList();
    assertThat(shapes).doesNotHaveDuplicates();
    assertThat(Endpoints.all())
        .filteredOn(endpoint -> !endpoint.priority().equals("own"))
        .hasSize(LISTED);
  }

  @Test
  void an_unbuilt_write_is_refused_and_an_unbuilt_read_is_empty() {
    for (Endpoint endpoint : Endpoints.all()) {
      Unbuilt unbuilt = endpoint.unbuilt();
      if (unbuilt == null) {
        continue;
      }
      boolean read = endpoint.method().equals("GET") || READS_BY_POST.contains(endpoint.path());
      assertThat(unbuilt.status())
          .as(endpoint.name())
          .isIn(read ? List.of(200, 404) : List.of(501));
      JsonNode body = ApiJson.MAPPER.readTree(unbuilt.body());
      assertThat(body.isContainer()).as(endpoint.name()).isTrue();
      assertThat(body.has("error")).as(endpoint.name()).isEqualTo(unbuilt.status() != 200);
    }
  }

  @Test
  void a_scope_is_one_that_a_token_can_hold() {
    for (Endpoint endpoint : Endpoints.all()) {
      assertThat(Scopes.SUPPORTED).as(endpoint.name()).containsAll(endpoint.access().scopes());
    }
  }

  @Test
  void what_is_built_is_not_refused() {
    assertThat(Endpoints.all())
        .filteredOn(endpoint -> endpoint.unbuilt() == null)
        .allMatch(endpoint -> endpoint.refusal().isEmpty());
  }

  @Test
  void a_request_goes_to_the_most_literal_endpoint() {
    assertThat(named("GET", "/api/v1/accounts/7")).isEqualTo("GET /api/v1/accounts/{id}");
    assertThat(named("GET", "/api/v1/accounts/search")).isEqualTo("GET /api/v1/accounts/search");
    assertThat(named("PUT", "/api/v2/notifications/policy"))
        .isEqualTo("PATCH /api/v2/notifications/policy");
    assertThat(named("GET", "/api/v1/accounts/7/nothing")).isEqualTo("none");
    assertThat(named("DELETE", "/api/v1/accounts/7")).isEqualTo("none");
  }

  private static String named(String method, String path) {
    return Endpoints.of(method, path).map(Endpoint::name).orElse("none");
  }

  @Test
  void a_line_reads_as_what_it_says() {
    Endpoint list = Endpoint.of("GET\t/api/v1/lists/{id}\tP1\tuser read:lists\tList\t404");
    assertThat(list.example("1")).isEqualTo("/api/v1/lists/1");
    assertThat(list.access()).hasToString("user read:lists");
    assertThat(Endpoint.of("GET\t/a\tP2\tpublic\tTag\t-").unbuilt()).isNull();
  }

  @Test
  void a_line_of_another_form_is_refused() {
    assertThatThrownBy(() -> Endpoint.of("GET\t/api/v1/lists\tP1"))
        .hasMessageContaining("3 columns");
    assertThatThrownBy(() -> Endpoint.of("GET\t/api/v1/lists\tP1\tpersons\tList\t[]"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
