package isegoria.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.gateway.degrade.ResiliencePolicies;
import isegoria.gateway.limit.LimitFilter;
import isegoria.testkit.Golden;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

final class RouteTableTest {
  private final RouteTable table = new RouteTable();

  @ParameterizedTest
  @CsvSource({
    "/api/v1/accounts/1, ACCOUNT",
    "/api/v1/accounts, ACCOUNT",
    "/api/v1/accounts/1/statuses, TIMELINE",
    "/api/v1/accounts/1/followers, ACCOUNT",
    "/api/v1/statuses, POST",
    "/api/v1/statuses/1/context, POST",
    "/api/v1/timelines/tag/x, TIMELINE",
    "/api/v2/search, ACCOUNT",
    "/api/v1/reports, MODERATION",
    "/api/v1/admin/reports/1, MODERATION",
    "/oauth/authorize, ACCOUNT",
    "/auth/sign_in, ACCOUNT"
  })
  void a_path_has_its_service(String path, String upstream) {
    assertThat(table.routeOf(HttpMethod.GET, PathContainer.parsePath(path)))
        .map(route -> route.upstream().name())
        .contains(upstream);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/internal/tokens/introspect",
        "/actuator/health",
        "/api/v1/nope",
        "/",
        "/api/v2/instance"
      })
  void a_path_of_nobody_is_not_routed(String path) {
    assertThat(table.routeOf(HttpMethod.GET, PathContainer.parsePath(path))).isEmpty();
  }

  @Test
  void the_table_reads_as_follows() {
    String rows =
        RouteTable.ROUTES.stream().map(RouteTableTest::rows).collect(Collectors.joining());
    Golden.file("routes.md")
        .matches(
            """
            # Routes

            Tried from the top; the first that matches wins. Everything else the gateway answers
            itself (see `InstanceRoutes`) or with 404. Paging counts wherever a page is asked for.

            | Method | Path | Service | Token | Rate limits | Time limit | When it is down |
            |---|---|---|---|---|---|---|
            """
                + rows);
  }

  private static String rows(ClientRoute route) {
    return route.paths().stream()
        .map(path ->
            "| %s | `%s` | %s | %s | %s | 10 s | %s |\n"
                .formatted(
                    methods(route.methods()),
                    path,
                    route.upstream().word(),
                    route.tokenUse().name().toLowerCase(Locale.ROOT),
                    limits(path),
                    whenDown(route, path)))
        .collect(Collectors.joining());
  }

  private static String limits(String path) {
    return Stream.of(path, path.replace("/**", ""))
        .flatMap(sample -> LimitFilter.limitsAt(sample).stream())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String methods(List<HttpMethod> methods) {
    return methods.isEmpty()
        ? "any"
        : methods.stream().map(HttpMethod::name).collect(Collectors.joining(", "));
  }

  private static String whenDown(ClientRoute route, String path) {
    return ResiliencePolicies.instead(route.upstream(), HttpMethod.GET, path)
        .map(json -> "`" + json + "`, writes 503")
        .orElse("503");
  }
}
