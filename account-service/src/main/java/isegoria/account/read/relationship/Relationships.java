package isegoria.account.read.relationship;

import isegoria.account.write.relationship.Pair;
import isegoria.account.write.relationship.Relationship;
import isegoria.api.paging.Page;
import isegoria.events.AccountId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The queries on the tables of relationships. */
public interface Relationships {

  /** Those of the pairs that have anything between them. */
  Map<Pair, Relationship> of(Collection<Pair> pairs);

  /** One page of a list, newest first. */
  List<TieRow> page(TieList list, AccountId owner, Page page);
}
