package isegoria.account.write.filter;

import isegoria.eventsourcing.StoredName;

/** What can happen to the filters of an account. */
public sealed interface FiltersEvent {

  @StoredName("FilterCreated")
  record FilterCreated(long id, FilterSettings settings) implements FiltersEvent {}

  @StoredName("FilterDeleted")
  record FilterDeleted(long id) implements FiltersEvent {}

  /** They went with their account. */
  @StoredName("FiltersErased")
  record FiltersErased() implements FiltersEvent {}

  /** What can happen to one of them that stays. */
  sealed interface OfOne extends FiltersEvent {
    long filter();
  }

  @StoredName("FilterChanged")
  record FilterChanged(long filter, FilterSettings settings) implements OfOne {}

  @StoredName("KeywordAdded")
  record KeywordAdded(long filter, Keyword keyword) implements OfOne {}

  @StoredName("KeywordRevised")
  record KeywordRevised(long filter, Keyword keyword) implements OfOne {}

  @StoredName("KeywordRemoved")
  record KeywordRemoved(long filter, long keyword) implements OfOne {}

  @StoredName("PostAdded")
  record PostAdded(long filter, FilteredPost post) implements OfOne {}

  @StoredName("PostRemoved")
  record PostRemoved(long filter, long entry) implements OfOne {}
}
