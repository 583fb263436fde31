package isegoria.account.write.filter;

import isegoria.eventsourcing.StoredName;

/** Why nothing changed about the filters of an account. */
public sealed interface FiltersRejection {

  /** The account has no filter, keyword or entry of that id. */
  @StoredName("NoSuchFilter")
  record NoSuchFilter() implements FiltersRejection {}

  @StoredName("TitleBlank")
  record TitleBlank() implements FiltersRejection {}

  @StoredName("TitleTooLong")
  record TitleTooLong(int max) implements FiltersRejection {}

  /** It would hold nowhere. */
  @StoredName("NoContext")
  record NoContext() implements FiltersRejection {}

  @StoredName("KeywordBlank")
  record KeywordBlank() implements FiltersRejection {}

  @StoredName("KeywordTooLong")
  record KeywordTooLong(int max) implements FiltersRejection {}

  @StoredName("TooManyFilters")
  record TooManyFilters(int max) implements FiltersRejection {}

  /** All filters together would have more keywords than they may. */
  @StoredName("TooManyKeywords")
  record TooManyKeywords(int max) implements FiltersRejection {}

  /** The keywords of all filters together would be longer than they may. */
  @StoredName("KeywordsTooLong")
  record KeywordsTooLong(int max) implements FiltersRejection {}

  @StoredName("TooManyPosts")
  record TooManyPosts(int max) implements FiltersRejection {}

  @StoredName("AlreadyFiltered")
  record AlreadyFiltered() implements FiltersRejection {}
}
