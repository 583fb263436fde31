package isegoria.account.http;

import isegoria.account.read.login.Credential;
import isegoria.account.read.login.Credentials;
import isegoria.account.write.account.Account;
import isegoria.account.write.account.Role;
import isegoria.api.entity.Token;
import isegoria.api.error.Problem;
import isegoria.edge.ApiException;
import isegoria.edge.Params;
import isegoria.edge.Viewer;
import isegoria.eventsourcing.ask.CommandContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Opening an account through an app. */
@RestController
public final class SignUpResource {

  private final Registrar registrar;
  private final TokenIssuer issuer;
  private final Credentials credentials;
  private final FeatureFlags featureFlags;

  public SignUpResource(
      Registrar registrar, TokenIssuer issuer, Credentials credentials, FeatureFlags featureFlags) {
    this.registrar = registrar;
    this.issuer = issuer;
    this.credentials = credentials;
    this.featureFlags = featureFlags;
  }

  @PostMapping("/api/v1/accounts")
  public Token signUp(Viewer viewer, Params params, CommandContext context) {
    viewer.requireScope("write:accounts");
    String appId = viewer.appId();
    boolean byPerson = viewer.accountId() != null;
    if (appId == null || (byPerson && !featureFlags.userTokenSignUp()) || !featureFlags.signUps()) {
      throw new ApiException(Problem.NOT_ALLOWED);
    }
    String username = params.text("username");
    String email = params.text("email");
    String password = params.text("password");
    new SignUpChecks()
        .username(username, false)
        .email(email)
        .password(password)
        .agreement(params.flag("agreement", false))
        .orThrow();
    Account.Open opened =
        registrar.open(
            new NewAccount(
                params.required("username"),
                params.required("email").strip(),
                password,
                "",
                "",
                Role.USER,
                featureFlags.autoConfirm()),
            context);
    return issuer.issue(opened.id(), Long.parseLong(appId), viewer.scopes());
  }

  @GetMapping("/api/v1/emails/check_confirmation")
  public boolean isConfirmed(Viewer viewer) {
    return credentials.of(viewer.account()).map(Credential::confirmed).orElse(false);
  }
}
