package isegoria.tests.access;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.api.endpoint.Endpoint;
import isegoria.api.endpoint.Endpoints;
import isegoria.api.error.Problem;
import isegoria.tests.access.Caller.Kind;
import isegoria.tests.access.Expected.LetIn;
import isegoria.tests.access.Expected.LikeMissing;
import isegoria.tests.access.Expected.Refused;
import org.junit.jupiter.api.Test;

final class AccessRuleTest {
  private static final Endpoint LIST = endpoint("GET", "/api/v1/lists/1");
  private static final Endpoint POST = endpoint("GET", "/api/v1/statuses/1");
  private static final Endpoint FOLLOW = endpoint("POST", "/api/v1/accounts/1/follow");
  private static final Endpoint REPORTS = endpoint("GET", "/api/v1/admin/reports");

  private static final Caller NO_TOKEN = Caller.of(Kind.NO_TOKEN, null, "");

  private static Endpoint endpoint(String method, String path) {
    return Endpoints.of(method, path).orElseThrow();
  }

  private static Caller with(Kind kind, String scopes) {
    return Caller.of(kind, kind.name(), scopes);
  }

  private static Expected refused(Problem problem) {
    return new Refused(problem);
  }

  @Test
  void without_a_token_only_what_is_public_is_answered() {
    assertThat(AccessRule.of(LIST, NO_TOKEN, true)).isEqualTo(refused(Problem.TOKEN_INVALID));
    assertThat(AccessRule.of(POST, NO_TOKEN, false)).isEqualTo(new LetIn());
    assertThat(AccessRule.of(POST, NO_TOKEN, true)).isEqualTo(new LikeMissing());
  }

  @Test
  void a_token_needs_the_scope_even_where_none_is_needed() {
    Caller writer = with(Kind.OWNER, "write");
    assertThat(AccessRule.of(LIST, writer, true)).isEqualTo(refused(Problem.SCOPE_MISSING));
    assertThat(AccessRule.of(POST, writer, false)).isEqualTo(refused(Problem.SCOPE_MISSING));
    assertThat(AccessRule.of(FOLLOW, writer, false)).isEqualTo(new LetIn());
  }

  @Test
  void an_app_is_no_person() {
    Caller app = with(Kind.APP, "read write");
    assertThat(AccessRule.of(LIST, app, true)).isEqualTo(refused(Problem.USER_NEEDED));
    assertThat(AccessRule.of(POST, app, true)).isEqualTo(new LikeMissing());
  }

  @Test
  void what_is_hidden_is_there_for_its_owner_alone() {
    assertThat(AccessRule.of(LIST, with(Kind.OWNER, "read"), true)).isEqualTo(new LetIn());
    for (Kind kind : new Kind[] {Kind.PERSON, Kind.MODERATOR, Kind.ADMIN, Kind.SUSPENDED}) {
      assertThat(AccessRule.of(LIST, with(kind, "read"), true)).isEqualTo(new LikeMissing());
    }
  }

  @Test
  void staff_needs_the_role_and_the_scope() {
    String all = "read write admin:read admin:write";
    assertThat(AccessRule.of(REPORTS, with(Kind.MODERATOR, all), false)).isEqualTo(new LetIn());
    assertThat(AccessRule.of(REPORTS, with(Kind.MODERATOR, "read"), false))
        .isEqualTo(refused(Problem.SCOPE_MISSING));
    assertThat(AccessRule.of(REPORTS, with(Kind.OWNER, all), false))
        .isEqualTo(refused(Problem.NOT_ALLOWED));
  }

  @Test
  void a_suspended_person_reads_and_does_not_write() {
    Caller suspended = with(Kind.SUSPENDED, "read write");
    assertThat(AccessRule.of(POST, suspended, false)).isEqualTo(new LetIn());
    assertThat(AccessRule.of(FOLLOW, suspended, false)).isEqualTo(refused(Problem.LOGIN_DISABLED));
  }
}
