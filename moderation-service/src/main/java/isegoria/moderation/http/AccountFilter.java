package isegoria.moderation.http;

import isegoria.edge.Params;
import isegoria.events.AccountId;
import isegoria.moderation.read.account.AccountView;
import isegoria.moderation.read.listing.IdRange;
import isegoria.moderation.read.listing.Scope;
import isegoria.moderation.write.sanction.Kind;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts a moderator asked for, in the words of both versions of the client API. By name
 * means the whole name; a filter by what is in no topic (e-mail, address) finds no account.
 */
public final class AccountFilter {

  private final ModerationQueries records;
  private final UnaryOperator<String> nameHash;

  /**
   * Filters the accounts of these records.
   *
   * @param nameHash how a name stands in a scope, so that no row keeps an erased one
   */
  public AccountFilter(ModerationQueries records, UnaryOperator<String> nameHash) {
    this.records = records;
    this.nameHash = nameHash;
  }

  List<AccountView> accounts(Params params, IdRange cut) {
    if (isAboutNobodyHere(params)) {
      return List.of();
    }
    Kind kind = sanctioned(params);
    if (kind != null) {
      return under(kind, params, cut);
    }
    String name = params.text("username");
    Scope scope =
        name == null || name.isBlank()
            ? Scope.ACCOUNTS
            : Scope.named(nameHash.apply(name.strip().toLowerCase(Locale.ROOT)));
    return records.accounts(scope, cut, fits(params));
  }

  private List<AccountView> under(Kind kind, Params params, IdRange cut) {
    Iterator<AccountId> subjects = records.subjectsUnder(kind);
    Stream<Long> ids =
        StreamSupport.stream(((Iterable<AccountId>) () -> subjects).spliterator(), false)
            .map(AccountId::value)
            .filter(id -> id > cut.newerThan() && id < cut.olderThan());
    return records.accounts((cut.fromOldest() ? ids.sorted() : ids).iterator(), cut, fits(params));
  }

  private static Predicate<AccountView> fits(Params params) {
    boolean staff = params.flag("staff", false) || "staff".equals(params.text("permissions"));
    String name = params.text("username");
    return view ->
        (!staff || view.profile().authority().mayModerate())
            && (name == null
                || name.isBlank()
                || view.profile().username().equalsIgnoreCase(name.strip()));
  }

  private static boolean isAboutNobodyHere(Params params) {
    return params.flag("remote", false)
        || params.flag("pending", false)
        || "remote".equals(params.text("origin"))
        || "pending".equals(params.text("status"))
        || isGiven(params, "by_domain")
        || isGiven(params, "email")
        || isGiven(params, "ip");
  }

  private static @Nullable Kind sanctioned(Params params) {
    String status = params.text("status", "");
    if (params.flag("suspended", false) || status.equals("suspended")) {
      return Kind.SUSPEND;
    }
    if (params.flag("silenced", false) || status.equals("silenced")) {
      return Kind.LIMIT;
    }
    return params.flag("disabled", false) || status.equals("disabled") ? Kind.FREEZE : null;
  }

  private static boolean isGiven(Params params, String name) {
    String text = params.text(name);
    return text != null && !text.isBlank();
  }
}
