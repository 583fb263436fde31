package isegoria.account.write.list;

import isegoria.events.AccountId;
import isegoria.events.Partitioning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lists of one account.
 *
 * @param lists oldest first
 */
public record Lists(List<AccountList> lists) {

  /** Lists of one account, as Mastodon bounds them. */
  public static final int LISTS_MAX = 50;

  /** Members of one list: a page of its timeline looks at each of them. */
  public static final int MEMBERS_MAX = 500;

  /** Members of all lists of an account: every change writes all of them, at 30 bytes: 150 kB. */
  public static final int MEMBERSHIPS_MAX = 5_000;

  public static final Lists NONE = new Lists(List.of());

  public Lists {
    lists = List.copyOf(lists);
  }

  /** The key of an account's lists. */
  public static String key(AccountId account) {
    return Partitioning.key(account.toString(), "lists");
  }

  public Optional<AccountList> find(long id) {
    return lists.stream().filter(list -> list.id() == id).findAny();
  }

  /** The lists that an account is a member of. */
  public List<AccountList> of(AccountId member) {
    return lists.stream().filter(list -> list.members().contains(member)).toList();
  }

  boolean isFull() {
    return lists.size() >= LISTS_MAX;
  }

  int memberships() {
    return lists.stream().mapToInt(list -> list.members().size()).sum();
  }

  Lists with(AccountList list) {
    List<AccountList> more = new ArrayList<>(lists);
    more.add(list);
    return new Lists(more);
  }

  Lists replaced(AccountList by) {
    return new Lists(lists.stream().map(list -> list.id() == by.id() ? by : list).toList());
  }

  Lists without(long id) {
    return new Lists(lists.stream().filter(list -> list.id() != id).toList());
  }
}
