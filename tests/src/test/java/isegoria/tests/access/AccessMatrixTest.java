package isegoria.tests.access;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.api.ApiJson;
import isegoria.api.endpoint.Endpoint;
import isegoria.api.endpoint.Endpoints;
import isegoria.api.endpoint.Unbuilt;
import isegoria.api.error.Problem;
import isegoria.tests.access.Caller.Kind;
import isegoria.tests.access.Expected.LikeMissing;
import isegoria.tests.access.Expected.Refused;
import isegoria.tests.client.Answer;
import isegoria.tests.client.Call;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The matrix against a server that keeps to the rule, but for one planted bug. */
final class AccessMatrixTest {
  private static final String ALL = "read write push profile admin:read admin:write";
  private static final String LIST = "GET /api/v1/lists/{id}";

  private static final List<Caller> CALLERS =
      List.of(
          Caller.of(Kind.NO_TOKEN, null, ""),
          Caller.of(Kind.APP, "APP", "read write push"),
          Caller.of(Kind.PERSON, "PERSON", ALL),
          Caller.of(Kind.OWNER, "OWNER", ALL),
          Caller.of(Kind.MODERATOR, "MODERATOR", ALL),
          Caller.of(Kind.ADMIN, "ADMIN", ALL),
          Caller.of(Kind.SUSPENDED, "SUSPENDED", ALL));
  private static final List<Caller> NARROW =
      List.of(Caller.of(Kind.OWNER, "push", "push"), Caller.of(Kind.OWNER, "read", "read"));

  private static final Thing THING = Thing.hidden("thing", "2345");

  /** The same hidden thing behind every path. */
  private static final Things THINGS =
      new Things(
          Endpoints.all().stream()
              .map(Endpoint::path)
              .filter(path -> path.contains("{"))
              .map(path -> path.substring(0, path.indexOf('{')))
              .distinct()
              .collect(Collectors.toMap(path -> path, _ -> List.of(THING))),
          Map.of(),
          Map.of(),
          Map.of());

  private static Answer answer(Call call, int status, String body, Map<String, String> headers) {
    Map<String, List<String>> all =
        headers.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> List.of(each.getValue())));
    return new Answer(
        call, status, HttpHeaders.of(all, (_, _) -> true), body, ApiJson.MAPPER.readTree(body));
  }

  private static Answer answer(Call call, Problem problem) {
    return answer(call, problem.status(), ApiJson.write(problem.body()), Map.of());
  }

  /** As the rule says. */
  private static Answer right(Call call) {
    Endpoint endpoint = Endpoints.of(call.method(), call.path()).orElseThrow();
    boolean isThere = call.path().contains(THING.id());
    Expected expected = AccessRule.of(endpoint, caller(call), isThere);
    Unbuilt unbuilt = endpoint.unbuilt();
    if (expected instanceof Refused(Problem problem)) {
      return answer(call, problem);
    }
    if (unbuilt != null) {
      return answer(call, unbuilt.status(), unbuilt.body(), Map.of());
    }
    boolean found = isThere || !endpoint.path().contains("{");
    return found && !(expected instanceof LikeMissing)
        ? answer(call, 200, "{}", Map.of())
        : answer(call, Problem.NOT_FOUND);
  }

  private static Caller caller(Call call) {
    String token = call.headers().getOrDefault("Authorization", "").replace("Bearer ", "");
    return List.of(CALLERS, NARROW).stream()
        .flatMap(List::stream)
        .filter(caller -> token.equals(caller.token() == null ? "" : caller.token()))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> wrong(Function<Call, Answer> server) {
    var matrix = new AccessMatrix(CALLERS, NARROW, THINGS, server);
    List<String> wrong = matrix.wrongRefusals();
    return wrong.isEmpty() ? matrix.wrongAdmissions() : wrong;
  }

  private static List<String> withBug(String endpoint, Kind kind, UnaryOperator<Answer> bug) {
    return wrong(call -> {
      Answer answer = right(call);
      boolean bitten =
          Endpoints.of(call.method(), call.path()).orElseThrow().name().equals(endpoint)
              && caller(call).kind() == kind;
      return bitten ? bug.apply(answer) : answer;
    });
  }

  @Test
  void a_server_that_keeps_to_the_rule_is_right() {
    assertThat(wrong(AccessMatrixTest::right)).isEmpty();
  }

  @Test
  void a_hidden_thing_that_is_shown_is_found() {
    assertThat(withBug(LIST, Kind.ADMIN, each -> answer(each.call(), 200, "{}", Map.of())))
        .singleElement()
        .asString()
        .startsWith(LIST + " thing by ADMIN: 200");
  }

  @Test
  void a_hidden_thing_that_is_forbidden_is_found() {
    assertThat(
            withBug(
                LIST,
                Kind.PERSON,
                each ->
                    each.call().path().contains(THING.id())
                        ? answer(each.call(), Problem.NOT_ALLOWED)
                        : each))
        .hasSize(1);
  }

  @Test
  void a_header_that_tells_them_apart_is_found() {
    assertThat(
            withBug(
                LIST,
                Kind.PERSON,
                each ->
                    answer(
                        each.call(),
                        each.status(),
                        each.body(),
                        each.call().path().contains(THING.id())
                            ? Map.of("Link", "<next>", "Date", "now")
                            : Map.of("Date", "then"))))
        .hasSize(1);
  }

  @Test
  void what_differs_between_any_two_answers_does_not_matter() {
    assertThat(
            withBug(
                LIST,
                Kind.PERSON,
                each ->
                    answer(
                        each.call(),
                        each.status(),
                        each.body(),
                        Map.of("Date", each.call().path(), "X-RateLimit-Remaining", "7"))))
        .isEmpty();
  }

  @Test
  void a_scope_that_is_not_asked_for_is_found() {
    assertThat(
            withBug(
                "POST /api/v1/statuses",
                Kind.OWNER,
                each -> answer(each.call(), 200, "{}", Map.of())))
        .singleElement()
        .asString()
        .contains("SCOPE_MISSING");
  }

  @Test
  void a_suspended_person_who_writes_is_found() {
    assertThat(
            withBug(
                "POST /api/v1/statuses",
                Kind.SUSPENDED,
                each -> answer(each.call(), 200, "{}", Map.of())))
        .hasSize(1);
  }

  @Test
  void an_owner_who_is_refused_is_found() {
    assertThat(
            withBug(
                LIST,
                Kind.OWNER,
                each -> each.isOk() ? answer(each.call(), Problem.NOT_FOUND) : each))
        .hasSize(1);
  }
}
