package isegoria.post.read.relationship;

import isegoria.events.AccountId;
import java.util.Collection;
import java.util.Map;

/** Relationships by viewer. */
public interface RelationshipTable {

  /** How the viewer stands to the others; strangers are left out. */
  Map<AccountId, Relationship> of(AccountId viewer, Collection<AccountId> others);
}
