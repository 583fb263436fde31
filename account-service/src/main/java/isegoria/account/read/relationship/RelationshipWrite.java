package isegoria.account.read.relationship;

import isegoria.account.write.relationship.Pair;
import isegoria.account.write.relationship.Relationship;
import isegoria.events.AccountId;
import java.time.Instant;

/** A change of the tables of relationships, as data. */
public sealed interface RelationshipWrite {

  record PutPair(Pair pair, Relationship state) implements RelationshipWrite {}

  record RemovePair(Pair pair) implements RelationshipWrite {}

  record PutEntry(TieList list, AccountId owner, AccountId other, Instant since)
      implements RelationshipWrite {}

  record RemoveEntry(TieList list, AccountId owner, AccountId other, Instant since)
      implements RelationshipWrite {}
}
