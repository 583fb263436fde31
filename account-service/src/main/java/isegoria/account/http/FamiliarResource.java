package isegoria.account.http;

import isegoria.account.read.account.Accounts;
import isegoria.account.read.relationship.Relationships;
import isegoria.account.read.relationship.TieList;
import isegoria.account.read.relationship.TieRow;
import isegoria.account.write.account.Account.Open;
import isegoria.account.write.relationship.Pair;
import isegoria.account.write.relationship.Relationship;
import isegoria.account.write.relationship.Tie.Blocking;
import isegoria.account.write.relationship.Tie.Following;
import isegoria.api.entity.Account;
import isegoria.api.paging.Page;
import isegoria.edge.Params;
import isegoria.edge.Viewer;
import isegoria.events.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Which of the accounts that the viewer follows also follow another account: among the newest
 * follows.
 */
@RestController
public final class FamiliarResource {

  private static final int ASKED_MAX = 10;

  /** The reader's follows that are looked through for each account. */
  private static final int FOLLOWS_LOOKED_THROUGH = 200;

  private static final int SHOWN_MAX = 10;

  private final Accounts accounts;
  private final Relationships relationships;
  private final AccountView views;

  public FamiliarResource(Accounts accounts, Relationships relationships, AccountView views) {
    this.accounts = accounts;
    this.relationships = relationships;
    this.views = views;
  }

  /** Those of one account. */
  public record Familiar(String id, List<Account> accounts) {}

  @GetMapping("/api/v1/accounts/familiar_followers")
  public List<Familiar> getFamiliarFollowers(Viewer viewer, Params params) {
    AccountId me = viewer.require("read:follows");
    List<AccountId> asked = params.accountIds("id").stream().limit(ASKED_MAX).toList();
    if (asked.isEmpty()) {
      return List.of();
    }
    List<AccountId> followed =
        relationships.page(TieList.FOLLOWING, me, Page.first(FOLLOWS_LOOKED_THROUGH)).stream()
            .map(TieRow::other)
            .toList();
    List<Familiar> answer = new ArrayList<>();
    List<AccountId> open = showing(followed);
    List<AccountId> targets = showing(asked);
    for (AccountId target : asked) {
      boolean shown = targets.contains(target) && !blocks(target, me);
      List<AccountId> familiar = shown ? followers(target, open) : List.of();
      answer.add(new Familiar(target.toString(), views.of(familiar)));
    }
    return answer;
  }

  /** Those who do not hide whom they follow and who follows them. */
  private List<AccountId> showing(List<AccountId> ids) {
    Map<AccountId, Open> found = accounts.byIds(ids);
    return ids.stream()
        .filter(id -> {
          Open account = found.get(id);
          return account != null && !Boolean.TRUE.equals(account.profile().hideCollections());
        })
        .toList();
  }

  private boolean blocks(AccountId from, AccountId towards) {
    if (from.equals(towards)) {
      return false;
    }
    Pair pair = Pair.of(from, towards);
    Relationship between = relationships.of(List.of(pair)).get(pair);
    return between != null && between.side(from, towards).tie() instanceof Blocking;
  }

  private List<AccountId> followers(AccountId target, List<AccountId> among) {
    List<AccountId> others = among.stream().filter(id -> !id.equals(target)).toList();
    Map<Pair, Relationship> pairs =
        relationships.of(others.stream().map(id -> Pair.of(id, target)).toList());
    return others.stream()
        .filter(id -> {
          Relationship pair = pairs.get(Pair.of(id, target));
          return pair != null && pair.side(id, target).tie() instanceof Following;
        })
        .limit(SHOWN_MAX)
        .toList();
  }
}
