package isegoria.tests.signup;

import isegoria.tests.client.Answer;
import isegoria.tests.client.App;
import isegoria.tests.client.Call;
import java.io.IOException;

/** One attempt to sign up, sent once, and whether it was acknowledged. */
public record Attempt(String name, String email, boolean acknowledged) {

  static Attempt of(App app, String name) {
    String email = name + "@example.org";
    boolean acknowledged;
    try {
      Answer answer = app.api().send(call(app, name, email));
      acknowledged = !answer.isTemporary();
      if (acknowledged) {
        Answer _ = answer.expect(200);
      }
    } catch (IOException cutOff) {
      acknowledged = false;
    }
    return new Attempt(name, email, acknowledged);
  }

  static Call call(App app, String name, String email) {
    return app.signingUp(name, email, App.passwordOf(name));
  }
}
