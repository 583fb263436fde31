package isegoria.tests.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.api.ApiJson;
import isegoria.api.endpoint.Endpoint;
import isegoria.api.endpoint.Endpoints;
import isegoria.testkit.Golden;
import isegoria.tests.effect.Shown;
import isegoria.tests.platform.Systems;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The document that the gateway serves, of what the journeys show to work. */
final class OpenApiTest {
  private static final Set<String> SHOWN = Shown.endpoints();
  private static final List<Endpoint> WORKING =
      Endpoints.all().stream().filter(endpoint -> SHOWN.contains(endpoint.name())).toList();

  private final OpenApi api = new OpenApi(WORKING);

  @Test
  void the_gateway_serves_what_works() {
    Golden.at(Systems.root().resolve("gateway-service/src/main/resources/site/openapi.json"))
        .matches(api.json());
  }

  @Test
  void every_reference_leads_somewhere() {
    JsonNode document = ApiJson.MAPPER.readTree(api.json());
    assertThat(document.path("paths")).hasSizeGreaterThan(50);
    List<String> references = new ArrayList<>();
    collect(document, references);
    assertThat(references)
        .isNotEmpty()
        .allSatisfy(reference ->
            assertThat(document.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
  }

  private static void collect(JsonNode node, List<String> references) {
    if (node.path("$ref").isString()) {
      references.add(node.path("$ref").asString());
    }
    node.values().forEach(child -> collect(child, references));
  }

  @Test
  void a_schema_says_what_may_be_null_and_what_may_be_left_out() {
    JsonNode status = ApiJson.MAPPER.readTree(api.json()).at("/components/schemas/Status");
    assertThat(status.at("/properties/id/type").asString()).isEqualTo("string");
    assertThat(status.at("/properties/created_at/format").asString()).isEqualTo("date-time");
    assertThat(status.at("/properties/language/type").values())
        .extracting(JsonNode::asString)
        .containsExactly("string", "null");
    assertThat(status.at("/properties/visibility/enum").values())
        .extracting(JsonNode::asString)
        .containsExactly("public", "unlisted", "private", "direct");
    assertThat(status.at("/properties/account/$ref").asString())
        .isEqualTo("#/components/schemas/Account");
    assertThat(status.path("required").values())
        .extracting(JsonNode::asString)
        .contains("id", "reblog")
        .doesNotContain("favourited");
  }
}
