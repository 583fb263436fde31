package isegoria.moderation.http;

import isegoria.accounts.KnownAccount;
import isegoria.api.entity.Role;
import isegoria.api.paging.Page;
import isegoria.api.paging.PageOf;
import isegoria.api.view.AccountProfile;
import isegoria.edge.ApiException;
import isegoria.edge.Params;
import isegoria.events.AccountId;
import isegoria.moderation.read.listing.Scope;
import isegoria.moderation.write.Authority;
import isegoria.moderation.write.sanction.Kind;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Which accounts a moderator asked for, in the words of both versions of the client API. By name
 * means the whole name; what is in no topic (e-mail, address) finds no account.
 */
public final class AccountFilter {

  /** Filters that no account here fits: this server knows no other, and topics hold no address. */
  private static final Set<String> NOT_SAID_HERE = Set.of("by_domain", "email", "ip", "invited_by");

  private static final Set<String> STATUSES =
      Set.of("active", "pending", "disabled", "silenced", "suspended", "sensitized");

  /** Every filter that is understood. */
  static final Set<String> NAMES =
      Stream.of(
              NOT_SAID_HERE,
              STATUSES,
              Set.of("local", "remote", "staff", "origin", "status", "permissions", "role_ids"),
              Set.of("username", "display_name"))
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

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

  PageOf<KnownAccount> accounts(Params params, Page page) {
    Asked asked = Asked.of(params);
    if (asked.none()) {
      return new PageOf<>(List.of(), OptionalLong.empty());
    }
    Predicate<KnownAccount> fits = view -> fits(view, asked);
    if (!asked.kinds().isEmpty()) {
      return under(asked.kinds().iterator().next(), page, fits);
    }
    Scope scope =
        asked.username().isEmpty()
            ? Scope.ACCOUNTS
            : Scope.named(nameHash.apply(asked.username().toLowerCase(Locale.ROOT)));
    return records.accounts(scope, page, fits);
  }

  private PageOf<KnownAccount> under(Kind kind, Page page, Predicate<KnownAccount> fits) {
    Iterator<AccountId> subjects = records.subjectsUnder(kind);
    Stream<Long> ids =
        StreamSupport.stream(((Iterable<AccountId>) () -> subjects).spliterator(), false)
            .map(AccountId::value)
            .filter(page::isWithin);
    return records.accounts((page.fromOldest() ? ids.sorted() : ids).iterator(), page, fits);
  }

  private boolean fits(KnownAccount view, Asked asked) {
    AccountProfile profile = view.profile();
    return (!asked.staff() || Authority.named(profile.role()).mayModerate())
        && (asked.roles().isEmpty() || asked.roles().contains(Role.named(profile.role()).id()))
        && (asked.username().isEmpty() || profile.username().equalsIgnoreCase(asked.username()))
        && startsWith(profile.displayName(), asked.displayName())
        && isUnder(new AccountId(profile.id()), asked);
  }

  private static boolean startsWith(String name, String beginning) {
    return name.regionMatches(true, 0, beginning, 0, beginning.length());
  }

  private boolean isUnder(AccountId account, Asked asked) {
    if (!asked.active() && asked.kinds().size() < 2) {
      return true;
    }
    Set<Kind> kinds = records.kindsInForce(account);
    return kinds.containsAll(asked.kinds()) && !(asked.active() && kinds.contains(Kind.SUSPEND));
  }

  /**
   * The filters of one request.
   *
   * @param none whether they ask for what no account here is or says
   */
  private record Asked(
      boolean none,
      boolean active,
      Set<Kind> kinds,
      boolean staff,
      Set<String> roles,
      String username,
      String displayName) {

    static Asked of(Params params) {
      String origin = oneOf(params, "origin", Set.of("local", "remote"));
      String status = oneOf(params, "status", STATUSES);
      String permissions = oneOf(params, "permissions", Set.of("staff"));
      var kinds = EnumSet.noneOf(Kind.class);
      if (is(params, "suspended", status)) {
        kinds.add(Kind.SUSPEND);
      }
      if (is(params, "silenced", status)) {
        kinds.add(Kind.LIMIT);
      }
      if (is(params, "disabled", status)) {
        kinds.add(Kind.FREEZE);
      }
      return new Asked(
          is(params, "remote", origin)
              || is(params, "pending", status)
              || is(params, "sensitized", status)
              || NOT_SAID_HERE.stream().anyMatch(name -> !text(params, name).isEmpty()),
          is(params, "active", status),
          kinds,
          is(params, "staff", permissions),
          Set.copyOf(params.list("role_ids")),
          text(params, "username"),
          text(params, "display_name"));
    }

    /** The first version has a flag for each word of the second one. */
    private static boolean is(Params params, String word, String said) {
      return params.flag(word, false) || said.equals(word);
    }

    private static String text(Params params, String name) {
      return params.text(name, "").strip();
    }

    private static String oneOf(Params params, String name, Set<String> words) {
      String word = text(params, name);
      if (!word.isEmpty() && !words.contains(word)) {
        throw ApiException.invalid(
            "Filter %s must be one of %s".formatted(name, new TreeSet<>(words)));
      }
      return word;
    }
  }
}
