package isegoria.account.http;

import isegoria.account.read.account.Accounts;
import isegoria.account.read.account.Count;
import isegoria.account.read.account.Counts;
import isegoria.account.read.sanction.SanctionStatus;
import isegoria.account.read.sanction.Sanctions;
import isegoria.account.write.account.Account.Open;
import isegoria.account.write.account.Profile;
import isegoria.account.write.account.Settings;
import isegoria.api.Origin;
import isegoria.api.entity.Account;
import isegoria.api.entity.AccountBuilder;
import isegoria.api.entity.AccountRole;
import isegoria.api.entity.CredentialAccount;
import isegoria.api.entity.Field;
import isegoria.api.entity.Role;
import isegoria.api.entity.Visibility;
import isegoria.api.text.MentionTarget;
import isegoria.api.text.NoteHtml;
import isegoria.events.AccountId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Accounts as clients see them: loaded together, then shaped. */
public final class AccountView {

  private final Accounts accounts;
  private final Counts counts;
  private final Sanctions sanctions;
  private final Origin origin;
  private final Clock clock;

  public AccountView(
      Accounts accounts, Counts counts, Sanctions sanctions, Origin origin, Clock clock) {
    this.accounts = accounts;
    this.counts = counts;
    this.sanctions = sanctions;
    this.origin = origin;
    this.clock = clock;
  }

  /** In the order of the ids, without those that are not there. */
  List<Account> of(Collection<AccountId> ids) {
    Map<AccountId, Open> found = accounts.byIds(ids);
    Map<AccountId, Count> counted = counts.of(found.keySet());
    Instant now = clock.instant();
    List<Account> views = new ArrayList<>();
    for (AccountId id : ids) {
      Open account = found.get(id);
      if (account != null) {
        views.add(view(account, counted.getOrDefault(id, Count.NOTHING), now));
      }
    }
    return views;
  }

  Account of(Open account) {
    Count count = counts.of(List.of(account.id())).getOrDefault(account.id(), Count.NOTHING);
    return view(account, count, clock.instant());
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

  private Account view(Open account, Count count, Instant now) {
    SanctionStatus sanctionStatus = sanctions.of(account.id(), now);
    AccountBuilder view =
        Account.local(account.id().toString(), account.username(), origin)
            .createdAt(account.createdAt())
            .follows(count.followers(), count.following())
            .posts(count.posts(), day(count.lastPostAt()))
            .limited(sanctionStatus.limited())
            .suspended(sanctionStatus.suspended());
    if (sanctionStatus.suspended()) {
      return view.build();
    }
    Profile profile = account.profile();
    Map<String, MentionTarget> noMentions = Map.of();
    return view.displayName(profile.displayName())
        .note(NoteHtml.note(profile.note(), noMentions, origin))
        .fields(
            profile.fields().stream()
                .map(f -> new Field(f.name(), NoteHtml.field(f.value(), noMentions, origin), null))
                .toList())
        .locked(profile.locked())
        .bot(profile.bot())
        .discoverable(profile.discoverable())
        .indexable(profile.indexable())
        .hideCollections(profile.hideCollections())
        .roles(roles(account))
        .build();
  }

  private static List<AccountRole> roles(Open account) {
    Role role = Role.named(account.role().word());
    return role.highlighted()
        ? List.of(new AccountRole(role.id(), role.name(), role.color()))
        : List.of();
  }

  private static @Nullable LocalDate day(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
