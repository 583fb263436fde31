package isegoria.post.http;

import isegoria.api.Origin;
import isegoria.api.entity.Account;
import isegoria.api.entity.Field;
import isegoria.api.text.NoteHtml;
import isegoria.events.AccountId;
import isegoria.post.read.account.AccountNumbers;
import isegoria.post.read.account.AccountRow;
import isegoria.post.read.account.AccountTable;
import isegoria.post.read.account.KnownAccount;
import isegoria.post.read.sanction.Sanctions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Accounts as posts show them. */
final class AccountViews {

  private final AccountTable accounts;
  private final Sanctions sanctions;
  private final Origin origin;
  private final Clock clock;

  AccountViews(AccountTable accounts, Sanctions sanctions, Origin origin, Clock clock) {
    this.accounts = accounts;
    this.sanctions = sanctions;
    this.origin = origin;
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
    AccountRow row = known.profile();
    AccountNumbers numbers = known.numbers();
    var account =
        Account.local(row.id().toString(), row.username(), origin)
            .displayName(row.displayName())
            .note(NoteHtml.note(row.note(), Map.of(), origin))
            .fields(
                row.fields().stream()
                    .map(
                        f -> new Field(f.name(), NoteHtml.field(f.value(), Map.of(), origin), null))
                    .toList())
            .locked(row.locked())
            .bot(row.bot())
            .discoverable(row.discoverable())
            .indexable(row.indexable())
            .hideCollections(row.hideCollections())
            .suspended(sanctions.isSuspended(row.id(), now))
            .limited(sanctions.isLimited(row.id(), now))
            .createdAt(row.createdAt())
            .posts(numbers.posts(), lastOn(numbers))
            .follows(numbers.followers(), numbers.following());
    if (!row.avatar().isEmpty()) {
      account.avatar(origin.at(row.avatar()), "");
    }
    if (!row.header().isEmpty()) {
      account.header(origin.at(row.header()), "");
    }
    return account.build();
  }

  private static @Nullable LocalDate lastOn(AccountNumbers numbers) {
    Instant last = numbers.lastPostAt();
    return last == null ? null : LocalDate.ofInstant(last, ZoneOffset.UTC);
  }
}
