package isegoria.post.http;

import isegoria.accounts.SanctionsInForce;
import isegoria.api.Origin;
import isegoria.api.entity.Account;
import isegoria.api.view.AccountRenderer;
import isegoria.events.AccountId;
import isegoria.post.read.account.AccountTable;
import isegoria.post.read.account.KnownAccount;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Accounts as posts show them. */
final class AccountViews {

  private final AccountTable accounts;
  private final SanctionsInForce sanctions;
  private final AccountRenderer renderer;
  private final Clock clock;

  AccountViews(AccountTable accounts, SanctionsInForce sanctions, Origin origin, Clock clock) {
    this.accounts = accounts;
    this.sanctions = sanctions;
    this.renderer = new AccountRenderer(origin);
    this.clock = clock;
  }

  /** Those that exist. */
  Map<AccountId, Account> of(Collection<AccountId> ids) {
    Instant now = clock.instant();
    var views = new HashMap<AccountId, Account>();
    accounts.findAll(ids).forEach((id, known) -> views.put(id, view(known, now)));
    return views;
  }

  Account of(KnownAccount account) {
    return view(account, clock.instant());
  }

  private Account view(KnownAccount known, Instant now) {
    return renderer.render(
        known.profile(), known.counts(), sanctions.of(known.profile().id(), now));
  }
}
