package isegoria.tests;

import isegoria.tests.client.Answer;
import isegoria.tests.client.Api;
import isegoria.tests.client.App;
import isegoria.tests.client.Call;
import isegoria.tests.client.Person;
import isegoria.tests.platform.Running;
import java.util.Map;

/** Moderators and administrators, made as operators make them: by account-service's own door. */
final class Staff {
  static final String SCOPES = "read write push profile admin:read admin:write";

  private Staff() {}

  static Person moderator(Shared system, String name) {
    return of("moderator", system, name);
  }

  static Person admin(Shared system, String name) {
    return of("admin", system, name);
  }

  private static Person of(String role, Shared system, String name) {
    String fresh = Shared.freshName(name);
    asked(
        system,
        "/internal/operator/accounts",
        Map.of(
            "username",
            fresh,
            "email",
            fresh + "@example.org",
            "password",
            App.passwordOf(fresh),
            "role",
            role,
            "confirmed",
            true));
    return again(system, fresh);
  }

  /** With another token of the same moderator. */
  static Person again(Shared system, String name) {
    Answer token =
        asked(system, "/internal/operator/tokens", Map.of("username", name, "scopes", SCOPES));
    return Person.of(system.api(), token.text("access_token"));
  }

  private static Answer asked(Shared system, String path, Map<String, ?> fields) {
    Running running = Running.of(system.processes());
    try (Api door = new Api(running.door("account-0"), 1)) {
      return door.known(
              Call.post(path).json(fields).header("X-Isegoria-Internal", running.internalSecret()),
              Api.PATIENCE)
          .expect(200);
    }
  }
}
