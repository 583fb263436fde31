package isegoria.account.http;

import isegoria.account.read.account.Accounts;
import isegoria.account.write.account.Account.Open;
import isegoria.account.write.account.Profile;
import isegoria.account.write.account.Settings;
import isegoria.accounts.AccountCountTable;
import isegoria.accounts.SanctionsInForce;
import isegoria.api.Origin;
import isegoria.api.entity.Account;
import isegoria.api.entity.CredentialAccount;
import isegoria.api.entity.Field;
import isegoria.api.entity.Role;
import isegoria.api.entity.Visibility;
import isegoria.api.view.AccountCounts;
import isegoria.api.view.AccountProfile;
import isegoria.api.view.AccountRenderer;
import isegoria.events.AccountId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Accounts as clients see them: loaded together, then shaped. */
public final class AccountView {

  private final Accounts accounts;
  private final AccountCountTable counts;
  private final SanctionsInForce sanctions;
  private final AccountRenderer renderer;
  private final Clock clock;

  public AccountView(
      Accounts accounts,
      AccountCountTable counts,
      SanctionsInForce sanctions,
      Origin origin,
      Clock clock) {
    this.accounts = accounts;
    this.counts = counts;
    this.sanctions = sanctions;
    this.renderer = new AccountRenderer(origin);
    this.clock = clock;
  }

  /** In the order of the ids, without those that are not there. */
  List<Account> of(Collection<AccountId> ids) {
    Map<AccountId, Open> found = accounts.byIds(ids);
    Map<Long, AccountCounts> counted =
        counts.of(found.keySet().stream().map(AccountId::value).toList());
    Instant now = clock.instant();
    List<Account> views = new ArrayList<>();
    for (AccountId id : ids) {
      Open account = found.get(id);
      if (account != null) {
        views.add(view(account, counted.getOrDefault(id.value(), AccountCounts.NONE), now));
      }
    }
    return views;
  }

  Account of(Open account) {
    return view(account, counts.of(account.id().value()), clock.instant());
  }

  CredentialAccount credential(Open account, long requests) {
    Profile profile = account.profile();
    Settings settings = account.settings();
    String language = settings.language();
    return new CredentialAccount(
        of(account),
        new CredentialAccount.Source(
            List.of(),
            profile.note(),
            profile.fields().stream().map(f -> new Field(f.name(), f.value(), null)).toList(),
            visibility(settings),
            settings.sensitive(),
            language == null ? "" : language,
            requests,
            profile.hideCollections(),
            profile.discoverable(),
            profile.indexable(),
            settings.quotePolicy()),
        Role.named(account.role().word()));
  }

  static Visibility visibility(Settings settings) {
    return Visibility.valueOf(settings.privacy().toUpperCase(Locale.ROOT));
  }

  private Account view(Open account, AccountCounts count, Instant now) {
    return renderer.render(profile(account), count, sanctions.of(account.id().value(), now));
  }

  private static AccountProfile profile(Open account) {
    Profile profile = account.profile();
    return new AccountProfile(
        account.id().value(),
        account.username(),
        profile.displayName(),
        profile.note(),
        profile.fields().stream().map(f -> new AccountProfile.Field(f.name(), f.value())).toList(),
        profile.avatar(),
        profile.header(),
        profile.locked(),
        profile.bot(),
        profile.discoverable(),
        profile.indexable(),
        profile.hideCollections(),
        account.role().word(),
        account.createdAt());
  }
}
