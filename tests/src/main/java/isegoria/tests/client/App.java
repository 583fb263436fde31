package isegoria.tests.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A registered application with a token of its own: where every client begins. */
public record App(Api api, String clientId, String clientSecret, String token) {
  public static final String SCOPES = "read write follow push";
  private static final Duration AGAIN = Duration.ofMillis(500);
  private static final String OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob";

  public static App register(Api api) {
    return register(api, SCOPES);
  }

  public static App register(Api api, String scopes) {
    Answer app =
        api.ok(
            Call.post("/api/v1/apps")
                .json(
                    Map.of(
                        "client_name", "journey",
                        "redirect_uris", OUT_OF_BAND,
                        "scopes", scopes)));
    Answer token =
        api.ok(
            Call.post("/oauth/token")
                .form(
                    Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        app.text("client_id"),
                        "client_secret",
                        app.text("client_secret"),
                        "redirect_uri",
                        OUT_OF_BAND,
                        "scope",
                        scopes)));
    return new App(
        api, app.text("client_id"), app.text("client_secret"), token.text("access_token"));
  }

  /** The call that signs a person up. */
  public Call signingUp(String name, String email, String password) {
    return Call.post("/api/v1/accounts")
        .as(token)
        .json(
            Map.of(
                "username", name,
                "email", email,
                "password", password,
                "agreement", true,
                "locale", "en"));
  }

  public Person signUp(String name) {
    String email = name + "@example.org";
    Call call = signingUp(name, email, passwordOf(name)).key("sign-up-" + name);
    Answer answer = api.known(call, Api.PATIENCE);
    if (answer.status() == 422 && answer.body().contains("ERR_TAKEN")) {
      // An answer was lost, and its sign-up holds, or is still under way.
      answer = loggedIn(email, passwordOf(name));
    }
    return Person.of(api, answer.expect(200).text("access_token"));
  }

  private Answer loggedIn(String email, String password) {
    long end = System.nanoTime() + Api.PATIENCE.toNanos();
    Answer answer = api.known(loggingIn(email, password, SCOPES), Api.PATIENCE);
    while (answer.status() == 400 && System.nanoTime() < end) {
      LockSupport.parkNanos(AGAIN.toNanos());
      answer = api.known(loggingIn(email, password, SCOPES), Api.PATIENCE);
    }
    return answer;
  }

  /** A token by name and password, which the compat profile grants. */
  public Answer logIn(String email, String password, String scope) throws IOException {
    return api.send(loggingIn(email, password, scope));
  }

  private Call loggingIn(String email, String password, String scope) {
    return Call.post("/oauth/token")
        .form(
            Map.of(
                "grant_type", "password",
                "client_id", clientId,
                "client_secret", clientSecret,
                "username", email,
                "password", password,
                "scope", scope));
  }

  public static String passwordOf(String name) {
    return "a long password of " + name;
  }
}
