package isegoria.timeline.http;

import isegoria.api.Origin;
import isegoria.api.entity.Account;
import isegoria.api.entity.Field;
import isegoria.api.text.NoteHtml;
import isegoria.timeline.read.account.AccountCounts;
import isegoria.timeline.read.account.AccountRow;
import isegoria.timeline.read.feed.Restrictions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/** The client API's shape of an account beside its posts. */
final class AccountView {

  private final Origin origin;
  private final Restrictions restrictions;

  AccountView(Origin origin, Restrictions restrictions) {
    this.origin = origin;
    this.restrictions = restrictions;
  }

  Account of(AccountRow account, HydratedPage loaded) {
    AccountCounts counts = loaded.accountCounts().getOrDefault(account.id(), AccountCounts.NONE);
    Instant last = counts.lastPostAt();
    LocalDate lastOn = last == null ? null : LocalDate.ofInstant(last, ZoneOffset.UTC);
    var view =
        Account.local(Long.toString(account.id()), account.username(), origin)
            .displayName(account.displayName())
            .note(NoteHtml.note(account.note(), Map.of(), origin))
            .locked(account.locked())
            .bot(account.bot())
            .discoverable(account.discoverable())
            .indexable(account.indexable())
            .hideCollections(account.hideCollections())
            .limited(restrictions.isLimited(account.id()))
            .fields(
                account.fields().stream()
                    .map(row -> new Field(row.name(), field(row.value()), null))
                    .toList())
            .createdAt(account.createdAt())
            .posts(counts.posts(), lastOn)
            .follows(counts.followers(), counts.following());
    if (!account.avatar().isEmpty()) {
      view.avatar(address(account.avatar()), "");
    }
    if (!account.header().isEmpty()) {
      view.header(address(account.header()), "");
    }
    return view.build();
  }

  private String field(String value) {
    return NoteHtml.field(value, Map.of(), origin);
  }

  private String address(String path) {
    return path.startsWith("/") ? origin.at(path) : path;
  }
}
