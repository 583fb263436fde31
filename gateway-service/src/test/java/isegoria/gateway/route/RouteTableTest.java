package isegoria.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.gateway.degrade.ResiliencePolicies;
import isegoria.gateway.limit.LimitFilter;
import isegoria.testkit.Golden;
import java.time.Duration;
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
  private static final RouteKind.All KINDS =
      new RouteKind.All(
          new RouteKind(RouteKind.Name.CALL, Duration.ofSeconds(10), 1 << 20, 10 << 20, 256),
          new RouteKind(RouteKind.Name.STREAM, Duration.ofSeconds(10), 0, 0, 2000));

  private final RouteTable table = new RouteTable(KINDS);

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
    "/api/v1/lists/1/accounts, ACCOUNT",
    "/api/v2/filters/1, ACCOUNT",
    "/api/v1/markers, ACCOUNT",
    "/api/v1/preferences, ACCOUNT",
    "/api/v1/tags/x/follow, ACCOUNT",
    "/api/v1/followed_tags, ACCOUNT",
    "/api/v2/notifications, TIMELINE",
    "/api/v1/conversations/1/read, TIMELINE",
    "/api/v1/trends/tags, TIMELINE",
    "/api/v1/streaming, TIMELINE",
    "/api/v1/streaming/user, TIMELINE",
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
    String rows = table.routes().stream().map(RouteTableTest::rows).collect(Collectors.joining());
    Golden.file("routes.md")
        .matches(
            """
            # Routes

            Tried from the top; the first that matches wins. Everything else the gateway answers
            itself (see `InstanceRoutes`) or with 404. Paging counts wherever a page is asked for.

            A CALL is a question and its answer: its time limit holds until the answer \
            begins. A STREAM
            (a WebSocket, or server-sent events) stays open: the limit holds for its \
            handshake alone.
            Places are those of one upstream; streams have their own, %d in all.

            | Method | Path | Service | Kind | Token | Rate limits | Time limit | Body limit \
            | When it is down |
            |---|---|---|---|---|---|---|---|---|
            """
                    .formatted(KINDS.stream().placesMax())
                + rows);
  }

  private static String rows(ClientRoute route) {
    return route.paths().stream()
        .map(path ->
            "| %s | `%s` | %s | %s | %s | %s | %d s | %s | %s |\n"
                .formatted(
                    methods(route.methods()),
                    path,
                    route.upstream().word(),
                    route.kind().name(),
                    route.tokenUse().name().toLowerCase(Locale.ROOT),
                    limits(path),
                    route.kind().timeLimit().toSeconds(),
                    bodyLimit(route.kind()),
                    whenDown(route, path)))
        .collect(Collectors.joining());
  }

  private static String bodyLimit(RouteKind kind) {
    return kind.bodyBytesMax() == 0
        ? "none"
        : "%d MB, multipart %d MB"
            .formatted(kind.bodyBytesMax() >> 20, kind.uploadBytesMax() >> 20);
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
