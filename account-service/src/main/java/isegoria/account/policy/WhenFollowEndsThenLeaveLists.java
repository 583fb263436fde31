package isegoria.account.policy;

import isegoria.account.write.list.Lists;
import isegoria.account.write.list.ListsCommand;
import isegoria.account.write.relationship.Relationship;
import isegoria.account.write.relationship.RelationshipEvent;
import isegoria.account.write.relationship.RelationshipEvent.AccountUnfollowed;
import isegoria.account.write.relationship.RelationshipEvent.FollowRequestRejected;
import isegoria.account.write.relationship.RelationshipEvent.FollowRequestWithdrawn;
import isegoria.eventsourcing.FollowUp;
import isegoria.eventsourcing.Policy;
import isegoria.eventsourcing.Recorded;
import java.util.List;

/**
 * Whenever a follow, or the request for one, ends, the account that was followed leaves the
 * follower's lists.
 *
 * <p>Fact and command stand in one transaction. A member that is added after the follow began again
 * stays: its command comes after this one.
 */
public final class WhenFollowEndsThenLeaveLists implements Policy<Relationship, RelationshipEvent> {

  @Override
  public List<FollowUp> on(Recorded<Relationship, RelationshipEvent> recorded) {
    return recorded.events().stream()
        .filter(WhenFollowEndsThenLeaveLists::ends)
        .map(WhenFollowEndsThenLeaveLists::leaving)
        .toList();
  }

  private static boolean ends(RelationshipEvent event) {
    return event instanceof AccountUnfollowed
        || event instanceof FollowRequestWithdrawn
        || event instanceof FollowRequestRejected;
  }

  private static FollowUp leaving(RelationshipEvent event) {
    return new FollowUp(
        "lists",
        Lists.key(event.from()),
        new ListsCommand.Leave(event.to()),
        FollowUp.Kind.FOLLOWS);
  }
}
