package isegoria.account.read.relationship;

import static isegoria.account.read.relationship.TieList.BLOCKING;
import static isegoria.account.read.relationship.TieList.FOLLOWER;
import static isegoria.account.read.relationship.TieList.FOLLOWING;
import static isegoria.account.read.relationship.TieList.MUTING;
import static isegoria.account.read.relationship.TieList.REQUESTER;

import isegoria.account.read.relationship.RelationshipWrite.PutEntry;
import isegoria.account.read.relationship.RelationshipWrite.PutPair;
import isegoria.account.read.relationship.RelationshipWrite.RemoveEntry;
import isegoria.account.read.relationship.RelationshipWrite.RemovePair;
import isegoria.account.write.relationship.Pair;
import isegoria.account.write.relationship.Relationship;
import isegoria.account.write.relationship.RelationshipEvent;
import isegoria.account.write.relationship.RelationshipEvent.AccountBlocked;
import isegoria.account.write.relationship.RelationshipEvent.AccountFollowed;
import isegoria.account.write.relationship.RelationshipEvent.AccountMuted;
import isegoria.account.write.relationship.RelationshipEvent.AccountUnblocked;
import isegoria.account.write.relationship.RelationshipEvent.AccountUnfollowed;
import isegoria.account.write.relationship.RelationshipEvent.AccountUnmuted;
import isegoria.account.write.relationship.RelationshipEvent.FollowOptionsChanged;
import isegoria.account.write.relationship.RelationshipEvent.FollowRequestRejected;
import isegoria.account.write.relationship.RelationshipEvent.FollowRequestWithdrawn;
import isegoria.account.write.relationship.RelationshipEvent.FollowRequested;
import java.util.ArrayList;
import java.util.List;

/** Facts between two accounts to rows: the pair whole, and an entry in each list they change. */
public final class RelationshipProjection {

  private RelationshipProjection() {}

  public static List<RelationshipWrite> on(
      Pair pair, Relationship after, List<RelationshipEvent> events) {
    List<RelationshipWrite> writes = new ArrayList<>();
    writes.add(after.nothingLeft() ? new RemovePair(pair) : new PutPair(pair, after));
    events.forEach(event -> lists(event, writes));
    return writes;
  }

  private static void lists(RelationshipEvent event, List<RelationshipWrite> writes) {
    switch (event) {
      case AccountFollowed e -> {
        if (e.requestedAt() != null) {
          writes.add(new RemoveEntry(REQUESTER, e.to(), e.from(), e.requestedAt()));
        }
        writes.add(new PutEntry(FOLLOWING, e.from(), e.to(), e.since()));
        writes.add(new PutEntry(FOLLOWER, e.to(), e.from(), e.since()));
      }
      case AccountUnfollowed e -> {
        writes.add(new RemoveEntry(FOLLOWING, e.from(), e.to(), e.since()));
        writes.add(new RemoveEntry(FOLLOWER, e.to(), e.from(), e.since()));
      }
      case FollowRequested e -> writes.add(new PutEntry(REQUESTER, e.to(), e.from(), e.since()));
      case FollowRequestWithdrawn e ->
          writes.add(new RemoveEntry(REQUESTER, e.to(), e.from(), e.since()));
      case FollowRequestRejected e ->
          writes.add(new RemoveEntry(REQUESTER, e.to(), e.from(), e.since()));
      case FollowOptionsChanged _ -> {}
      case AccountBlocked e -> writes.add(new PutEntry(BLOCKING, e.from(), e.to(), e.since()));
      case AccountUnblocked e -> writes.add(new RemoveEntry(BLOCKING, e.from(), e.to(), e.since()));
      case AccountMuted e -> writes.add(new PutEntry(MUTING, e.from(), e.to(), e.since()));
      case AccountUnmuted e -> writes.add(new RemoveEntry(MUTING, e.from(), e.to(), e.since()));
    }
  }
}
