package isegoria.tests.sweep;

import isegoria.tests.client.Answer;
import isegoria.tests.client.Api;
import isegoria.tests.client.App;
import isegoria.tests.client.Call;
import isegoria.tests.client.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** An app whose secrets are marks, and people who sign up and log in with words of their own. */
record Registration(Api api, App app, Marks marks) {
  static final String BACK = "http://localhost:9/back";
  private static final String SCOPES = App.SCOPES + " admin:read admin:write";

  static Registration of(Api api, Marks marks) {
    Answer app =
        api.ok(
            Call.post("/api/v1/apps")
                .json(Map.of("client_name", "sweep", "redirect_uris", BACK, "scopes", SCOPES)));
    String id = app.text("client_id");
    String secret = marks.learned(MarkKind.CLIENT_SECRET, "", app.text("client_secret"));
    Answer token =
        api.ok(
            Call.post("/oauth/token")
                .form(
                    Map.of(
                        "grant_type", "client_credentials",
                        "client_id", id,
                        "client_secret", secret,
                        "redirect_uri", BACK,
                        "scope", SCOPES)));
    return new Registration(api, new App(api, id, secret, token(marks, "the app's", token)), marks);
  }

  private static String token(Marks marks, String whose, Answer answer) {
    return marks.learned(MarkKind.ACCESS_TOKEN, whose, answer.expect(200).text("access_token"));
  }

  /** Signs a person up and returns the token that the sign-up answered. */
  Person signUp(String name, String eMail, String password, String key) {
    Answer answer = api.ok(app.signingUp(name, eMail, password).key(key));
    return Person.of(api, token(marks, "at sign-up", answer));
  }

  Person logIn(String eMail, String password) {
    try {
      return Person.of(api, token(marks, "at log-in", app.logIn(eMail, password, SCOPES)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends what must be refused with this status. */
  void refused(Call call, int status) {
    api.known(call, Api.PATIENCE).expect(status);
  }
}
