package isegoria.account.write.list;

import isegoria.eventsourcing.StoredName;

/** Why nothing changed about the lists of an account. */
public sealed interface ListsRejection {

  @StoredName("NoSuchList")
  record NoSuchList() implements ListsRejection {}

  @StoredName("TitleBlank")
  record TitleBlank() implements ListsRejection {}

  @StoredName("TitleTooLong")
  record TitleTooLong(int max) implements ListsRejection {}

  @StoredName("TooManyLists")
  record TooManyLists(int max) implements ListsRejection {}

  /** The list would have more members than one may. */
  @StoredName("TooManyMembers")
  record TooManyMembers(int max) implements ListsRejection {}

  /** The lists of the account would have more members together than they may. */
  @StoredName("TooManyMemberships")
  record TooManyMemberships(int max) implements ListsRejection {}

  @StoredName("AlreadyMember")
  record AlreadyMember() implements ListsRejection {}
}
