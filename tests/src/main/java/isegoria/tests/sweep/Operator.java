package isegoria.tests.sweep;

import isegoria.tests.client.Answer;
import isegoria.tests.client.Api;
import isegoria.tests.client.Call;
import java.time.Duration;
import java.util.Map;

/** The doors that the operator's command line uses. */
public final class Operator {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Api door;
  private final String secret;
  private String moderatorId = "";

  /**
   * A client that knows the operator's secret.
   *
   * @param door of account-service, past the gateway
   */
  public Operator(Api door, String secret) {
    this.door = door;
    this.secret = secret;
  }

  void createModerator(String name, String eMail, String password) {
    moderatorId =
        asked(
                "/internal/operator/accounts",
                Map.of(
                    "username", name,
                    "email", eMail,
                    "password", password,
                    "role", "moderator",
                    "confirmed", true))
            .id();
  }

  String moderatorId() {
    return moderatorId;
  }

  /** What {@code bin/isegoria accounts erase} asks for. */
  public void erase(String name) {
    asked("/internal/operator/accounts/" + name + "/erase", Map.of());
  }

  private Answer asked(String path, Map<String, ?> fields) {
    Call call = Call.post(path).json(fields).header("X-Isegoria-Internal", secret);
    return door.known(call, PATIENCE).expect(200);
  }
}
