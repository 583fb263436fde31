package isegoria.tests;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.client.Answer;
import isegoria.tests.client.Api;
import isegoria.tests.client.App;
import isegoria.tests.client.Call;
import isegoria.tests.client.Person;
import isegoria.tests.effect.Effects;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a client does before its person reads anything. */
final class SignInEffectsIT {
  private final Shared system = Shared.system();
  private final Api api = system.api();

  @Test
  @Effects({
    "POST /api/v1/apps",
    "GET /api/v1/apps/verify_credentials",
    "POST /oauth/token",
    "GET /oauth/userinfo",
    "POST /api/v1/accounts",
    "GET /api/v1/emails/check_confirmation",
    "GET /api/v1/accounts/verify_credentials",
    "GET /api/v1/accounts/lookup",
    "POST /oauth/revoke"
  })
  void an_app_registers_signs_a_person_up_and_logs_out() {
    App app = App.register(api);
    assertThat(api.ok(Call.get("/api/v1/apps/verify_credentials").as(app.token())).text("name"))
        .isEqualTo("journey");
    Person ana = app.signUp(Shared.freshName("ana"));
    assertThat(ana.get("/api/v1/emails/check_confirmation").json().asBoolean()).isTrue();
    assertThat(api.ok(Call.get("/oauth/userinfo").as(ana.token())).text("preferred_username"))
        .isEqualTo(ana.name());
    Call lookUp = Call.get("/api/v1/accounts/lookup?acct=" + ana.name());
    Eventually.equal(() -> api.known(lookUp, Api.PATIENCE).id(), ana.id());
    api.ok(
        Call.post("/oauth/revoke")
            .form(
                Map.of(
                    "client_id", app.clientId(),
                    "client_secret", app.clientSecret(),
                    "token", ana.token())));
    Call asking = Call.get("/api/v1/accounts/verify_credentials").as(ana.token());
    Eventually.equal(() -> api.known(asking, Api.PATIENCE).status(), 401);
  }

  @Test
  @Effects({
    "GET /.well-known/oauth-authorization-server",
    "GET /.well-known/webfinger",
    "GET /.well-known/host-meta",
    "GET /.well-known/nodeinfo",
    "GET /nodeinfo/2.0",
    "GET /health",
    "GET /api/v1/instance",
    "GET /api/v2/instance",
    "GET /api/v1/instance/rules",
    "GET /oauth/authorize",
    "GET /api/openapi.json"
  })
  void a_client_finds_out_where_it_is() throws IOException {
    Person ana = system.signUp("ana");
    Answer metadata = api.raw(Call.get("/.well-known/oauth-authorization-server"));
    assertThat(metadata.json().path("token_endpoint").asString()).endsWith("/oauth/token");
    assertThat(api.ok(Call.get("/api/v1/instance")).json().path("uri").isString()).isTrue();
    Answer instance = api.ok(Call.get("/api/v2/instance"));
    String domain = instance.text("domain");
    assertThat(instance.json().path("rules")).isNotEmpty();
    assertThat(api.ok(Call.get("/api/v1/instance/rules")).json()).isNotEmpty();
    String subject = "acct:" + ana.name() + "@" + domain;
    Call finger = Call.get("/.well-known/webfinger?resource=" + Call.encoded(subject));
    Eventually.equal(() -> raw(finger).text("subject"), subject);
    assertThat(raw(Call.get("/.well-known/host-meta")).body()).contains("webfinger");
    assertThat(raw(Call.get("/.well-known/nodeinfo")).body()).contains("/nodeinfo/2.0");
    // The compat profile answers as the software that clients look for.
    assertThat(raw(Call.get("/nodeinfo/2.0")).json().path("software").path("name").asString())
        .isEqualTo("mastodon");
    assertThat(raw(Call.get("/health")).body()).contains("UP");
    assertThat(api.ok(Call.get("/api/openapi.json")).json().path("paths")).isNotEmpty();
    App app = system.app();
    Answer page =
        raw(
            Call.get(
                "/oauth/authorize?response_type=code&scope=read&redirect_uri="
                    + Call.encoded("urn:ietf:wg:oauth:2.0:oob")
                    + "&client_id="
                    + Call.encoded(app.clientId())));
    assertThat(page.body()).contains("<form").contains("password");
  }

  private Answer raw(Call call) {
    try {
      return api.raw(call);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
