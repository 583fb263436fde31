package isegoria.account.http;

import isegoria.account.read.account.Accounts;
import isegoria.account.read.account.CountedAccount;
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
import isegoria.api.view.AccountProfile;
import isegoria.api.view.AccountRenderer;
import isegoria.events.AccountId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
    Map<AccountId, CountedAccount> found = accounts.countedByIds(ids);
    Instant now = clock.instant();
    return ids.stream()
        .map(found::get)
        .filter(Objects::nonNull)
        .map(account -> view(account, now))
        .toList();
  }

  Optional<Account> byId(AccountId id) {
    return of(List.of(id)).stream().findFirst();
  }

  /** An account that its decider has just told, with its counts. */
  CountedAccount counted(Open account) {
    return new CountedAccount(account, counts.of(account.id().value()));
  }

  CredentialAccount credential(CountedAccount counted, long requests) {
    Open account = counted.account();
    Profile profile = account.profile();
    Settings settings = account.settings();
    String language = settings.language();
    return new CredentialAccount(
        view(counted, clock.instant()),
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

  private Account view(CountedAccount counted, Instant now) {
    Open account = counted.account();
    return renderer.render(
        profile(account), counted.counts(), sanctions.of(account.id().value(), now));
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
