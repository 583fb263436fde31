package isegoria.account.http;

import isegoria.account.crypto.RandomText;
import isegoria.account.read.account.Accounts;
import isegoria.account.read.login.AccessToken;
import isegoria.account.read.login.App;
import isegoria.account.read.login.Apps;
import isegoria.account.read.login.AuthorizationCode;
import isegoria.account.read.login.Credential;
import isegoria.account.read.login.Tokens;
import isegoria.account.write.account.Account.Open;
import isegoria.api.Origin;
import isegoria.api.entity.Token;
import isegoria.api.error.OAuthProblem;
import isegoria.api.scope.Scopes;
import isegoria.edge.ApiException;
import isegoria.edge.Params;
import isegoria.edge.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Exchanges codes, secrets and passwords for tokens, and revokes tokens. */
@RestController
@RequestMapping("/oauth")
public final class TokenResource {

  private final Apps apps;
  private final Tokens tokens;
  private final TokenIssuer issuer;
  private final Authenticator authenticator;
  private final Accounts accounts;
  private final FeatureFlags featureFlags;
  private final Origin origin;

  public TokenResource(
      Apps apps,
      Tokens tokens,
      TokenIssuer issuer,
      Authenticator authenticator,
      Accounts accounts,
      FeatureFlags featureFlags,
      Origin origin) {
    this.apps = apps;
    this.tokens = tokens;
    this.issuer = issuer;
    this.authenticator = authenticator;
    this.accounts = accounts;
    this.featureFlags = featureFlags;
    this.origin = origin;
  }

  @PostMapping("/token")
  public ResponseEntity<Token> giveToken(HttpServletRequest request, Params params) {
    App app = AppCheck.require(apps, request, params);
    String grant = params.text("grant_type");
    if (grant == null) {
      throw new ApiException(OAuthProblem.INVALID_REQUEST);
    }
    Token token =
        switch (grant) {
          case "authorization_code" -> byCode(app, params);
          case "client_credentials" -> issuer.issue(null, app.id(), scopes(app, params));
          case "password" -> byPassword(app, params);
          default -> throw new ApiException(OAuthProblem.UNSUPPORTED_GRANT_TYPE);
        };
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(token);
  }

  private Token byCode(App app, Params params) {
    String code = params.text("code");
    String redirectUri = params.text("redirect_uri");
    if (code == null || redirectUri == null) {
      throw new ApiException(OAuthProblem.INVALID_REQUEST);
    }
    // A code is used up when it is presented, whatever else is wrong with the request.
    AuthorizationCode granted =
        tokens
            .takeCode(RandomText.hash(code))
            .orElseThrow(() -> new ApiException(OAuthProblem.INVALID_GRANT));
    String challenge = granted.challenge();
    String verifier = params.text("code_verifier");
    boolean proven =
        challenge == null
            ? verifier == null || verifier.isBlank()
            : verifier != null && RandomText.same(challenge, RandomText.challenge(verifier));
    if (granted.appId() != app.id() || !granted.redirectUri().equals(redirectUri) || !proven) {
      throw new ApiException(OAuthProblem.INVALID_GRANT);
    }
    return issuer.issue(granted.accountId(), app.id(), granted.scopes());
  }

  private Token byPassword(App app, Params params) {
    if (!featureFlags.passwordGrant()) {
      throw new ApiException(OAuthProblem.UNSUPPORTED_GRANT_TYPE);
    }
    String username = params.text("username");
    String password = params.text("password");
    if (username == null || password == null) {
      throw new ApiException(OAuthProblem.INVALID_REQUEST);
    }
    Scopes scopes = scopes(app, params);
    Credential credential =
        authenticator
            .check(username, password)
            .orElseThrow(() -> new ApiException(OAuthProblem.INVALID_GRANT));
    return issuer.issue(credential.accountId(), app.id(), scopes);
  }

  /** No more than the app may have; reading, when nothing was asked for. */
  private static Scopes scopes(App app, Params params) {
    String asked = params.text("scope", "");
    Scopes scopes =
        asked.isBlank()
            ? Scopes.READ
            : Scopes.parse(asked).orElseThrow(() -> new ApiException(OAuthProblem.INVALID_SCOPE));
    if (!app.scopes().cover(scopes)) {
      if (asked.isBlank()) {
        return app.scopes();
      }
      throw new ApiException(OAuthProblem.INVALID_SCOPE);
    }
    return scopes;
  }

  @PostMapping("/revoke")
  public Map<String, Object> endToken(HttpServletRequest request, Params params) {
    App app = AppCheck.require(apps, request, params);
    String secret = params.text("token");
    if (secret == null) {
      throw new ApiException(OAuthProblem.INVALID_REQUEST);
    }
    Optional<AccessToken> token = tokens.byHash(RandomText.hash(secret));
    if (token.isPresent()) {
      if (token.get().appId() != app.id()) {
        throw new ApiException(OAuthProblem.UNAUTHORIZED_CLIENT);
      }
      issuer.end(token.get());
    }
    return Map.of();
  }

  @RequestMapping(
      path = "/userinfo",
      method = {RequestMethod.GET, RequestMethod.POST})
  public Map<String, String> getPerson(Viewer viewer) {
    Open account =
        accounts
            .byId(viewer.require("profile", "read:accounts"))
            .orElseThrow(ApiException::notFound);
    String shown = account.profile().displayName();
    Map<String, String> person = new LinkedHashMap<>();
    person.put("iss", origin.at("/"));
    person.put("sub", origin.actor(account.username()));
    person.put("name", shown.isEmpty() ? account.username() : shown);
    person.put("preferred_username", account.username());
    person.put("profile", origin.profile(account.username()));
    person.put("picture", origin.missingAvatar());
    return person;
  }
}
