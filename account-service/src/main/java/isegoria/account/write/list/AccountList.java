package isegoria.account.write.list;

import isegoria.events.AccountId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * One list.
 *
 * @param members oldest membership first
 */
public record AccountList(long id, ListSettings settings, List<AccountId> members) {

  public AccountList {
    members = List.copyOf(members);
  }

  AccountList with(ListSettings changed) {
    return new AccountList(id, changed, members);
  }

  AccountList with(Collection<AccountId> added) {
    List<AccountId> all = new ArrayList<>(members);
    all.addAll(added);
    return new AccountList(id, settings, all);
  }

  AccountList without(Collection<AccountId> removed) {
    return new AccountList(
        id, settings, members.stream().filter(member -> !removed.contains(member)).toList());
  }
}
