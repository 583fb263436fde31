package isegoria.account.write.list;

import isegoria.events.AccountId;
import isegoria.eventsourcing.StoredName;
import java.util.List;

/** What may be asked of the lists of an account. */
public sealed interface ListsCommand {

  @StoredName("CreateList")
  record Create(long id, ListSettings settings) implements ListsCommand {}

  @StoredName("ChangeList")
  record Change(long id, ListChange change) implements ListsCommand {}

  @StoredName("DeleteList")
  record Delete(long id) implements ListsCommand {}

  /**
   * All of them become members, or none.
   *
   * @param members each once; the edge has seen that their owner follows or asks to follow them, or
   *     is one of them
   */
  @StoredName("AddMembers")
  record Add(long id, List<AccountId> members) implements ListsCommand {
    public Add {
      members = List.copyOf(members);
    }
  }

  /** Those that are no members are passed over. */
  @StoredName("RemoveMembers")
  record Remove(long id, List<AccountId> members) implements ListsCommand {
    public Remove {
      members = List.copyOf(members);
    }
  }

  /** The owner follows the account no more: it leaves every list. */
  @StoredName("LeaveLists")
  record Leave(AccountId member) implements ListsCommand {}

  /** Their owner is erased. */
  @StoredName("EraseLists")
  record Erase() implements ListsCommand {}
}
