package isegoria.account.http;

import isegoria.account.crypto.PhantomTokenSigner;
import isegoria.account.crypto.RandomText;
import isegoria.account.read.account.Accounts;
import isegoria.account.read.login.AccessToken;
import isegoria.account.read.login.Apps;
import isegoria.account.read.login.Credential;
import isegoria.account.read.login.Credentials;
import isegoria.account.read.login.Tokens;
import isegoria.account.write.account.Account.Open;
import isegoria.account.write.account.Role;
import isegoria.api.error.Problem;
import isegoria.edge.Params;
import isegoria.events.AccountId;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a token stands for: asked by the gateway, once a minute for each token. */
@RestController
public final class IntrospectionResource {

  private final Tokens tokens;
  private final Apps apps;
  private final Accounts accounts;
  private final Credentials credentials;
  private final PhantomTokenSigner signer;
  private final Clock clock;

  public IntrospectionResource(
      Tokens tokens,
      Apps apps,
      Accounts accounts,
      Credentials credentials,
      PhantomTokenSigner signer,
      Clock clock) {
    this.tokens = tokens;
    this.apps = apps;
    this.accounts = accounts;
    this.credentials = credentials;
    this.signer = signer;
    this.clock = clock;
  }

  @PostMapping("/internal/tokens/introspect")
  public Map<String, @Nullable Object> introspect(Params params) {
    Optional<AccessToken> found = tokens.byHash(RandomText.hash(params.required("token")));
    if (found.isEmpty()) {
      return inactive(null);
    }
    AccessToken token = found.get();
    AccountId id = token.accountId();
    if (id == null) {
      return active(token, Role.USER);
    }
    Optional<Open> account = accounts.byId(id);
    if (account.isEmpty()) {
      return inactive(null);
    }
    boolean confirmed = credentials.of(id).map(Credential::confirmed).orElse(true);
    return confirmed
        ? active(token, account.get().role())
        : inactive(Problem.EMAIL_UNCONFIRMED.text());
  }

  private Map<String, @Nullable Object> active(AccessToken token, Role role) {
    Instant now = clock.instant();
    AccountId id = token.accountId();
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("active", true);
    answer.put("jwt", signer.sign(token, apps.byId(token.appId()).orElse(null), role.word(), now));
    answer.put("sid", token.sid());
    answer.put("account_id", id == null ? null : id.toString());
    answer.put("expires_at", now.plus(PhantomTokenSigner.LIFETIME).getEpochSecond());
    return answer;
  }

  private static Map<String, @Nullable Object> inactive(@Nullable String error) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("active", false);
    if (error != null) {
      answer.put("error", error);
    }
    return answer;
  }
}
