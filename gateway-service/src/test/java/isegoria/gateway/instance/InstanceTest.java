package isegoria.gateway.instance;

import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static org.assertj.core.api.Assertions.assertThat;

import isegoria.api.endpoint.Endpoint;
import isegoria.api.endpoint.Endpoints;
import isegoria.api.endpoint.Unbuilt;
import isegoria.gateway.route.RouteTable;
import isegoria.gateway.testing.FakeService.Reply;
import isegoria.gateway.testing.TestGateway;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class InstanceTest {
  private static TestGateway gateway;

  @BeforeAll
  static void start() {
    gateway = new TestGateway();
    gateway.moderation.answers(_ ->
        Reply.json(
            200,
            "[{\"id\":\"1\",\"text\":\"Be kind\",\"hint\":\"\",\"translations\":{},"
                + "\"extra\":1}]"));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  @Test
  void the_instance_describes_itself_in_both_forms() {
    JsonNode v2 = json(gateway.get("/api/v2/instance/"));
    assertThat(v2.at("/domain").asString()).isEqualTo("isegoria.test");
    assertThat(v2.at("/configuration/statuses/max_characters").asInt()).isEqualTo(1000);
    assertThat(v2.at("/configuration/urls/streaming").asString()).isEqualTo("wss://isegoria.test");
    assertThat(v2.at("/api_versions/mastodon").asInt()).isEqualTo(1);
    assertThat(v2.at("/rules/0/text").asString()).isEqualTo("Be kind");
    assertThat(v2.at("/version").asString()).isEqualTo("4.6.5+isegoria");

    JsonNode v1 = json(gateway.get("/api/v1/instance"));
    assertThat(v1.at("/uri").asString()).isEqualTo("isegoria.test");
    assertThat(v1.at("/configuration/statuses/max_characters").asInt()).isEqualTo(1000);
    assertThat(v1.at("/registrations").asBoolean()).isFalse();
    assertThat(json(gateway.get("/api/v1/custom_emojis")).isEmpty()).isTrue();
  }

  @Test
  void nodeinfo_is_where_it_says() {
    JsonNode links = json(gateway.get("/.well-known/nodeinfo"));
    assertThat(links.at("/links/0/href").asString())
        .isEqualTo("https://isegoria.test/nodeinfo/2.0");
    JsonNode nodeinfo = json(gateway.get("/nodeinfo/2.0"));
    assertThat(nodeinfo.at("/software/name").asString()).isEqualTo("isegoria");
    assertThat(nodeinfo.at("/metadata/upstream/name").asString()).isEqualTo("mastodon");
  }

  @Test
  void host_meta_speaks_xml_and_json() {
    HttpResponse<String> xml = gateway.get("/.well-known/host-meta");
    assertThat(xml.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/xrd+xml");
    assertThat(xml.body()).contains("https://isegoria.test/.well-known/webfinger?resource={uri}");
    assertThat(
            json(gateway.get("/.well-known/host-meta", "Accept", "application/json"))
                .at("/links/0/rel")
                .asString())
        .isEqualTo("lrdd");
    assertThat(gateway.get("/.well-known/host-meta.json").statusCode()).isEqualTo(200);
  }

  @Test
  void webfinger_asks_account_service() {
    gateway.account.answers(asked ->
        asked.uri().equals("/api/v1/accounts/lookup?acct=ana")
            ? Reply.json(200, "{\"username\":\"ana\",\"avatar\":\"https://a/b.png\"}")
            : Reply.json(404, "{\"error\":\"Record not found\"}"));
    HttpResponse<String> ana =
        gateway.get("/.well-known/webfinger?resource=acct:ana@isegoria.test");
    assertThat(json(ana).at("/subject").asString()).isEqualTo("acct:ana@isegoria.test");
    assertThat(ana.headers().firstValue("Content-Type")).contains("application/jrd+json");
    assertThat(gateway.get("/.well-known/webfinger").statusCode()).isEqualTo(400);
    for (String nobody : new String[] {"acct:bo@isegoria.test", "acct:ana@elsewhere.test"}) {
      assertThat(gateway.get("/.well-known/webfinger?resource=" + nobody).statusCode())
          .isEqualTo(404);
    }
    gateway.account.answers(_ -> Reply.json(200, "{\"username\":\"ana\",\"suspended\":true}"));
    assertThat(gateway.get("/.well-known/webfinger?resource=acct:ana@isegoria.test").statusCode())
        .isEqualTo(410);
    gateway.account.answers(gateway::accountService);
  }

  @Test
  void the_root_is_a_plain_page_and_pictures_stand_in_for_missing_ones() {
    HttpResponse<String> page = gateway.get("/");
    assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(page.body()).contains("/auth/sign_in", "/api/v2/instance", "/about/readme");
    assertThat(gateway.get("/avatars/original/missing.png").headers().firstValue("Content-Type"))
        .contains("image/png");
    assertThat(gateway.get("/headers/original/missing.png").statusCode()).isEqualTo(200);
    assertThat(gateway.get("/@ana").headers().firstValue("Location")).contains("/about");
    assertThat(gateway.get("/health").body()).contains("UP");
  }

  @Test
  void every_endpoint_that_clients_know_has_a_route_or_the_gateways_own_answer() {
    RouteTable routes = gateway.bean(RouteTable.class);
    int own = 0;
    for (Endpoint endpoint : Endpoints.all()) {
      String path = endpoint.example("1");
      HttpMethod method = HttpMethod.valueOf(endpoint.method());
      if (routes.routeOf(method, PathContainer.parsePath(path)).isPresent()) {
        continue;
      }
      own++;
      Unbuilt unbuilt = endpoint.unbuilt();
      HttpResponse<String> answer =
          gateway.send(gateway.request(path).method(method.name(), noBody()));
      if (unbuilt == null) {
        assertThat(answer.statusCode()).as(endpoint.name()).isNotIn(404, 405);
      } else {
        assertThat(answer.statusCode()).as(endpoint.name()).isEqualTo(unbuilt.status());
        assertThat(answer.body()).as(endpoint.name()).isEqualTo(unbuilt.body());
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
      }
    }
    assertThat(own).isGreaterThan(10);
  }

  @Test
  void the_description_for_machines_is_open_to_every_page() {
    HttpResponse<String> file = gateway.get("/api/openapi.json", "Origin", "https://other.test");
    assertThat(json(file).path("openapi").asString()).isEqualTo("3.1.0");
    assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
    assertThat(file.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
  }

  @Test
  void readiness_is_the_readiness_of_account_service() {
    assertThat(gateway.management("/actuator/health/readiness").statusCode()).isEqualTo(200);
    gateway.account.answers(_ -> Reply.hangUp());
    assertThat(gateway.management("/actuator/health/readiness").statusCode()).isEqualTo(503);
    assertThat(gateway.management("/actuator/health/liveness").statusCode()).isEqualTo(200);
    gateway.account.answers(gateway::accountService);
    assertThat(gateway.management("/actuator/prometheus").body())
        .contains("resilience4j_circuitbreaker_state", "gateway_tokens_cached");
  }
}
