package isegoria.account.write.list;

import isegoria.events.AccountId;
import isegoria.eventsourcing.StoredName;
import java.util.List;

/** What can happen to the lists of an account. */
public sealed interface ListsEvent {

  @StoredName("ListCreated")
  record ListCreated(long id, ListSettings settings) implements ListsEvent {}

  @StoredName("ListChanged")
  record ListChanged(long id, ListSettings settings) implements ListsEvent {}

  @StoredName("ListDeleted")
  record ListDeleted(long id) implements ListsEvent {}

  @StoredName("MembersAdded")
  record MembersAdded(long id, List<AccountId> members) implements ListsEvent {
    public MembersAdded {
      members = List.copyOf(members);
    }
  }

  @StoredName("MembersRemoved")
  record MembersRemoved(long id, List<AccountId> members) implements ListsEvent {
    public MembersRemoved {
      members = List.copyOf(members);
    }
  }

  /** They went with their owner. */
  @StoredName("ListsErased")
  record ListsErased() implements ListsEvent {}
}
