package isegoria.account.http;

import isegoria.account.read.account.AccountProjection;
import isegoria.account.read.account.Accounts;
import isegoria.account.read.relationship.Relationships;
import isegoria.account.write.relationship.Pair;
import isegoria.account.write.relationship.Relationship;
import isegoria.account.write.relationship.Tie.Following;
import isegoria.api.Origin;
import isegoria.api.entity.Account;
import isegoria.api.entity.Search;
import isegoria.api.error.Problem;
import isegoria.api.paging.PageLimit;
import isegoria.edge.ApiException;
import isegoria.edge.Params;
import isegoria.edge.Viewer;
import isegoria.events.AccountId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Finding accounts by name: the whole name first, then names that begin so. */
@RestController
public final class SearchResource {

  /** How far an offset reaches. */
  private static final int FOUND_MAX = 400;

  private final Accounts accounts;
  private final Relationships relationships;
  private final AccountView views;
  private final Origin origin;

  public SearchResource(
      Accounts accounts, Relationships relationships, AccountView views, Origin origin) {
    this.accounts = accounts;
    this.relationships = relationships;
    this.views = views;
    this.origin = origin;
  }

  @GetMapping("/api/v1/accounts/search")
  public List<Account> searchAccounts(Viewer viewer, Params params) {
    AccountId me = viewer.require("read:accounts");
    return found(params, PageLimit.ACCOUNTS, me);
  }

  @GetMapping("/api/v2/search")
  public Search search(Viewer viewer, Params params) {
    AccountId reader = viewer.optional("read:search");
    boolean everywhere = params.flag("resolve", false);
    if (reader == null && (everywhere || params.integer("offset", 0) > 0)) {
      throw new ApiException(Problem.TOKEN_INVALID);
    }
    String type = params.text("type", "");
    boolean wanted = type.isEmpty() || type.equals("accounts");
    if (!wanted && !type.equals("statuses") && !type.equals("hashtags")) {
      throw ApiException.wrong("type", "accounts, statuses or hashtags");
    }
    return new Search(
        wanted ? found(params, PageLimit.SEARCH, reader) : List.of(), List.of(), List.of());
  }

  private List<Account> found(Params params, PageLimit limits, @Nullable AccountId reader) {
    String written = params.required("q");
    int limit = limits.of(params.text("limit"));
    long offset = params.integer("offset", 0);
    if (offset < 0) {
      throw new ApiException(Problem.OFFSET_OR_LIMIT_NEGATIVE);
    }
    Set<AccountId> ids = matching(written);
    List<AccountId> kept =
        params.flag("following", false) && reader != null
            ? followed(reader, ids)
            : new ArrayList<>(ids);
    return views.of(kept.stream().skip(offset).limit(limit).toList());
  }

  private Set<AccountId> matching(String written) {
    String name;
    try {
      name = AccountProjection.lower(AccountNames.local(address(written), origin));
    } catch (ApiException elsewhere) {
      return Set.of();
    }
    Set<AccountId> ids = new LinkedHashSet<>();
    if (name.matches("[a-z0-9_]{1,30}")) {
      accounts.byName(name).ifPresent(ids::add);
      ids.addAll(accounts.byPrefix(name, FOUND_MAX));
    }
    return ids;
  }

  /** A profile's address stands for its name. */
  private String address(String written) {
    String profiles = origin.at("/@");
    String text = written.strip();
    return text.startsWith(profiles) ? text.substring(profiles.length()) : text;
  }

  private List<AccountId> followed(AccountId reader, Set<AccountId> ids) {
    List<Pair> pairs =
        ids.stream().filter(id -> !id.equals(reader)).map(id -> Pair.of(reader, id)).toList();
    Map<Pair, Relationship> between = relationships.of(pairs);
    return ids.stream()
        .filter(id -> !id.equals(reader))
        .filter(id -> {
          Relationship pair = between.get(Pair.of(reader, id));
          return pair != null && pair.side(reader, id).tie() instanceof Following;
        })
        .toList();
  }
}
