package isegoria.account.write.list;

import static isegoria.eventsourcing.Decision.accept;
import static isegoria.eventsourcing.Decision.reject;

import isegoria.account.write.list.ListsCommand.Add;
import isegoria.account.write.list.ListsCommand.Change;
import isegoria.account.write.list.ListsCommand.Create;
import isegoria.account.write.list.ListsCommand.Delete;
import isegoria.account.write.list.ListsCommand.Erase;
import isegoria.account.write.list.ListsCommand.Leave;
import isegoria.account.write.list.ListsCommand.Remove;
import isegoria.account.write.list.ListsEvent.ListChanged;
import isegoria.account.write.list.ListsEvent.ListCreated;
import isegoria.account.write.list.ListsEvent.ListDeleted;
import isegoria.account.write.list.ListsEvent.ListsErased;
import isegoria.account.write.list.ListsEvent.MembersAdded;
import isegoria.account.write.list.ListsEvent.MembersRemoved;
import isegoria.account.write.list.ListsRejection.AlreadyMember;
import isegoria.account.write.list.ListsRejection.NoSuchList;
import isegoria.account.write.list.ListsRejection.TitleBlank;
import isegoria.account.write.list.ListsRejection.TitleTooLong;
import isegoria.account.write.list.ListsRejection.TooManyLists;
import isegoria.account.write.list.ListsRejection.TooManyMembers;
import isegoria.account.write.list.ListsRejection.TooManyMemberships;
import isegoria.events.AccountId;
import isegoria.eventsourcing.Decider;
import isegoria.eventsourcing.Decision;
import java.util.Collections;
import java.util.List;

/** The rules of lists: bounds, titles, and each member once. */
public final class ListsDecider {

  public static final Decider<ListsCommand, Lists, ListsEvent, ListsRejection> LISTS =
      new Decider<>(Lists.NONE, ListsDecider::decide, ListsDecider::evolve);

  private static final Decision<ListsEvent, ListsRejection> NO_SUCH_LIST = reject(new NoSuchList());

  private ListsDecider() {}

  static Decision<ListsEvent, ListsRejection> decide(Lists lists, ListsCommand command) {
    return switch (command) {
      case Create to when lists.find(to.id()).isPresent() -> accept();
      case Create _ when lists.isFull() -> reject(new TooManyLists(Lists.LISTS_MAX));
      case Create to -> titled(to.settings(), new ListCreated(to.id(), to.settings()));

      case Change to -> lists.find(to.id()).map(of -> changed(of, to)).orElse(NO_SUCH_LIST);

      case Delete to when lists.find(to.id()).isPresent() -> accept(new ListDeleted(to.id()));
      case Delete _ -> NO_SUCH_LIST;

      case Add to ->
          lists.find(to.id()).map(of -> added(lists, of, to.members())).orElse(NO_SUCH_LIST);

      case Remove to ->
          lists.find(to.id()).map(of -> removed(of, to.members())).orElse(NO_SUCH_LIST);

      case Leave to -> accept(lists.of(to.member()).stream().map(of -> left(of, to)).toList());

      case Erase _ when lists.lists().isEmpty() -> accept();
      case Erase _ -> accept(new ListsErased());
    };
  }

  private static Decision<ListsEvent, ListsRejection> changed(AccountList of, Change to) {
    ListSettings settings = to.change().of(of.settings());
    return settings.equals(of.settings())
        ? accept()
        : titled(settings, new ListChanged(of.id(), settings));
  }

  private static Decision<ListsEvent, ListsRejection> titled(
      ListSettings settings, ListsEvent event) {
    if (settings.title().isBlank()) {
      return reject(new TitleBlank());
    }
    return settings.isTooLong()
        ? reject(new TitleTooLong(ListSettings.TITLE_CHARACTERS_MAX))
        : accept(event);
  }

  private static Decision<ListsEvent, ListsRejection> added(
      Lists lists, AccountList to, List<AccountId> members) {
    if (members.isEmpty()) {
      return accept();
    }
    if (!Collections.disjoint(to.members(), members)) {
      return reject(new AlreadyMember());
    }
    if (to.members().size() + members.size() > Lists.MEMBERS_MAX) {
      return reject(new TooManyMembers(Lists.MEMBERS_MAX));
    }
    return lists.memberships() + members.size() > Lists.MEMBERSHIPS_MAX
        ? reject(new TooManyMemberships(Lists.MEMBERSHIPS_MAX))
        : accept(new MembersAdded(to.id(), members));
  }

  private static Decision<ListsEvent, ListsRejection> removed(
      AccountList from, List<AccountId> members) {
    List<AccountId> present = members.stream().filter(from.members()::contains).toList();
    return present.isEmpty() ? accept() : accept(new MembersRemoved(from.id(), present));
  }

  private static ListsEvent left(AccountList list, Leave to) {
    return new MembersRemoved(list.id(), List.of(to.member()));
  }

  static Lists evolve(Lists lists, ListsEvent event) {
    return switch (event) {
      case ListCreated e -> lists.with(new AccountList(e.id(), e.settings(), List.of()));
      case ListChanged e -> lists.replaced(list(lists, e.id()).with(e.settings()));
      case ListDeleted e -> lists.without(e.id());
      case MembersAdded e -> lists.replaced(list(lists, e.id()).with(e.members()));
      case MembersRemoved e -> lists.replaced(list(lists, e.id()).without(e.members()));
      case ListsErased _ -> Lists.NONE;
    };
  }

  private static AccountList list(Lists lists, long id) {
    return lists
        .find(id)
        .orElseThrow(
            () -> new IllegalStateException("list: " + id + " (expected: of the account)"));
  }
}
