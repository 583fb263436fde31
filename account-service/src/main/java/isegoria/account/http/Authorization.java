package isegoria.account.http;

import isegoria.account.read.login.App;
import isegoria.account.read.login.Apps;
import isegoria.api.scope.Scopes;
import isegoria.edge.Params;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an app asks of a person, as it stands in the address that they were sent to. */
record Authorization(
    App app,
    String redirectUri,
    Scopes scopes,
    @Nullable String state,
    @Nullable String challenge,
    String asked) {

  /**
   * What is wrong with the address; sent to the app only where the address is known to be the
   * app's.
   */
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final @Nullable String redirectUri;
    private final @Nullable String state;

    Wrong(String code, String sentence, @Nullable String redirectUri, @Nullable String state) {
      super(sentence, null, false, false);
      this.code = code;
      this.redirectUri = redirectUri;
      this.state = state;
    }

    String code() {
      return code;
    }

    @Nullable String redirectUri() {
      return redirectUri;
    }

    @Nullable String state() {
      return state;
    }
  }

  static Authorization of(Apps apps, Params params) {
    App app = apps.byClientId(params.text("client_id", "")).orElse(null);
    if (app == null) {
      throw new Wrong("invalid_client", "This app is not known here.", null, null);
    }
    String redirectUri = params.text("redirect_uri", "");
    if (!app.mayReturnTo(redirectUri)) {
      throw new Wrong(
          "invalid_redirect_uri", "This address is not one that the app registered.", null, null);
    }
    String state = params.text("state");
    if (!params.text("response_type", "").equals("code")) {
      throw new Wrong(
          "unsupported_response_type", "Only codes are given here.", redirectUri, state);
    }
    String challenge = blankToNull(params.text("code_challenge"));
    String method = params.text("code_challenge_method", "");
    if (challenge != null && !method.equals("S256")) {
      throw new Wrong(
          "invalid_request", "The code challenge method must be S256.", redirectUri, state);
    }
    String asked = params.text("scope", "");
    Scopes scopes = asked.isBlank() ? Scopes.READ : Scopes.parse(asked).orElse(null);
    if (scopes == null || !app.scopes().cover(scopes)) {
      throw new Wrong(
          "invalid_scope", "The app asks for more than it registered.", redirectUri, state);
    }
    return new Authorization(app, redirectUri, scopes, state, challenge, asked);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  /** The same request again, as the fields of a form or the query of an address. */
  Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("response_type", "code");
    fields.put("client_id", app.clientId());
    fields.put("redirect_uri", redirectUri);
    fields.put("scope", asked);
    if (state != null) {
      fields.put("state", state);
    }
    if (challenge != null) {
      fields.put("code_challenge", challenge);
      fields.put("code_challenge_method", "S256");
    }
    return fields;
  }
}
