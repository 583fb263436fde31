package isegoria.account.http;

import isegoria.account.read.account.AccountProjection;
import isegoria.account.read.account.Accounts;
import isegoria.account.read.account.CountedAccount;
import isegoria.account.read.relationship.Relationships;
import isegoria.account.read.relationship.TieList;
import isegoria.account.write.account.Account.Open;
import isegoria.api.Origin;
import isegoria.api.entity.Account;
import isegoria.api.entity.CredentialAccount;
import isegoria.api.entity.Preferences;
import isegoria.api.paging.Page;
import isegoria.edge.ApiException;
import isegoria.edge.Params;
import isegoria.edge.UpdateMapping;
import isegoria.edge.Viewer;
import isegoria.events.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Accounts: one's own and others'. */
@RestController
@RequestMapping("/api/v1")
public final class AccountResource {

  private static final int IDS_MAX = 40;

  /** Follow requests that an own account counts at most. */
  private static final int REQUESTS_COUNTED_MAX = 40;

  private final Accounts accounts;
  private final Relationships relationships;
  private final AccountView views;
  private final ProfileEdits edits;
  private final Origin origin;

  public AccountResource(
      Accounts accounts,
      Relationships relationships,
      AccountView views,
      ProfileEdits edits,
      Origin origin) {
    this.accounts = accounts;
    this.relationships = relationships;
    this.views = views;
    this.edits = edits;
    this.origin = origin;
  }

  @GetMapping("/accounts/verify_credentials")
  public CredentialAccount getOwn(Viewer viewer) {
    AccountId me = viewer.require("profile", "read:accounts");
    CountedAccount account = accounts.countedByIds(List.of(me)).get(me);
    if (account == null) {
      throw ApiException.notFound();
    }
    return own(account);
  }

  /** What was not sent stays as it is. */
  @UpdateMapping("/accounts/update_credentials")
  public CredentialAccount updateOwn(Viewer viewer, Params params, HttpServletRequest request) {
    return own(views.counted(edits.edit(viewer, params, request)));
  }

  @GetMapping("/accounts/lookup")
  public Account lookUp(Viewer viewer, Params params) {
    viewer.optional("read:accounts");
    String name = AccountNames.local(params.required("acct"), origin);
    return accounts
        .byName(AccountProjection.lower(name))
        .flatMap(views::byId)
        .orElseThrow(ApiException::notFound);
  }

  @GetMapping("/accounts")
  public List<Account> getMany(Viewer viewer, Params params) {
    viewer.optional("read:accounts");
    return views.of(params.accountIds("id").stream().limit(IDS_MAX).toList());
  }

  @GetMapping("/accounts/{id}")
  public Account getOne(@PathVariable AccountId id, Viewer viewer) {
    viewer.optional("read:accounts");
    return views.byId(id).orElseThrow(ApiException::notFound);
  }

  @GetMapping("/preferences")
  public Preferences getPreferences(Viewer viewer) {
    AccountId me = viewer.require("read:accounts");
    var settings = accounts.byId(me).orElseThrow(ApiException::notFound).settings();
    return new Preferences(
        AccountView.visibility(settings),
        settings.sensitive(),
        settings.language(),
        "public",
        "default",
        false,
        false);
  }

  private CredentialAccount own(CountedAccount counted) {
    Open account = counted.account();
    int requests =
        account.profile().locked()
            ? relationships
                .page(TieList.REQUESTER, account.id(), Page.first(REQUESTS_COUNTED_MAX))
                .entries()
                .size()
            : 0;
    return views.credential(counted, requests);
  }
}
