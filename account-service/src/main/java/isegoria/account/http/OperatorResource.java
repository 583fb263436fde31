package isegoria.account.http;

import isegoria.account.crypto.RandomText;
import isegoria.account.read.account.AccountProjection;
import isegoria.account.read.account.Accounts;
import isegoria.account.write.account.Account.Open;
import isegoria.account.write.account.AccountCommand;
import isegoria.account.write.account.Role;
import isegoria.api.entity.Token;
import isegoria.api.error.Problem;
import isegoria.api.scope.Scopes;
import isegoria.edge.ApiException;
import isegoria.edge.CommandContexts;
import isegoria.edge.Params;
import isegoria.events.AccountId;
import isegoria.eventsourcing.ask.CommandContext;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the operator's command line asks, one account at a time. */
@RestController
@RequestMapping("/internal/operator")
public final class OperatorResource {

  private final Registrar registrar;
  private final Erasure erasure;
  private final TokenIssuer issuer;
  private final Accounts accounts;
  private final CommandSender commandSender;
  private final CommandContexts contexts;
  private final FeatureFlags featureFlags;

  public OperatorResource(
      Registrar registrar,
      Erasure erasure,
      TokenIssuer issuer,
      Accounts accounts,
      CommandSender commandSender,
      CommandContexts contexts,
      FeatureFlags featureFlags) {
    this.registrar = registrar;
    this.erasure = erasure;
    this.issuer = issuer;
    this.accounts = accounts;
    this.commandSender = commandSender;
    this.contexts = contexts;
    this.featureFlags = featureFlags;
  }

  /** Returns the password, which cannot be read later. */
  @PostMapping("/accounts")
  public Map<String, String> create(Params params, CommandContext context) {
    String username = params.required("username");
    String email = params.required("email").strip();
    String given = params.text("password");
    String password = given == null || given.isBlank() ? RandomText.secret() : given;
    Role role = role(params.text("role"));
    new SignUpChecks().username(username, true).email(email).password(password).orThrow();
    boolean confirmed = params.flag("confirmed", false) || featureFlags.autoConfirm();
    Open opened =
        registrar.open(new NewAccount(username, email, password, "", "", role, confirmed), context);
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put("id", opened.id().toString());
    answer.put("username", opened.username());
    answer.put("password", password);
    return answer;
  }

  /** A token without a log-in, for tests and for loading worlds. */
  @PostMapping("/tokens")
  public Token giveToken(Params params) {
    if (!featureFlags.operatorTokens()) {
      throw new ApiException(Problem.NOT_ALLOWED);
    }
    AccountId byId = params.accountId("account_id");
    AccountId id = byId == null ? named(params.required("username")) : byId;
    if (accounts.byId(id).isEmpty()) {
      throw ApiException.notFound();
    }
    Scopes scopes =
        Scopes.parse(params.text("scopes", "read write follow push"))
            .orElseThrow(() -> ApiException.invalid("Scopes is invalid"));
    return issuer.issue(id, 0, scopes);
  }

  @PostMapping("/accounts/{name}/role")
  public Map<String, String> changeRole(@PathVariable String name, Params params) {
    Role role = role(params.required("role"));
    Open changed =
        commandSender.account(named(name), new AccountCommand.ChangeRole(role), contexts.once(""));
    return Map.of("id", changed.id().toString(), "role", changed.role().word());
  }

  @PostMapping("/accounts/{name}/erase")
  public Map<String, String> erase(@PathVariable String name) {
    AccountId id = named(name);
    erasure.erase(id, contexts.once(""));
    return Map.of("id", id.toString());
  }

  private AccountId named(String name) {
    return accounts.byName(AccountProjection.lower(name)).orElseThrow(ApiException::notFound);
  }

  static Role role(@Nullable String word) {
    return word == null || word.isBlank()
        ? Role.USER
        : Role.of(word).orElseThrow(() -> ApiException.invalid("Role is not included in the list"));
  }
}
