package isegoria.account.policy;

import isegoria.account.write.name.Name;
import isegoria.account.write.name.NameEvent;
import isegoria.account.write.name.NameEvent.NameClaimed;
import isegoria.account.write.name.NameEvent.NameReleased;
import isegoria.events.Partitioning;
import isegoria.eventsourcing.FollowUp;
import isegoria.eventsourcing.Policy;
import isegoria.eventsourcing.Recorded;
import java.util.ArrayList;
import java.util.List;

/**
 * Whenever a name is claimed, its account is opened, and the account's outcome answers the sign-up.
 *
 * <p>Claim and command stand in one transaction, so no name is ever taken without an account.
 */
public final class WhenNameClaimedThenOpenAccount implements Policy<Name, NameEvent> {

  @Override
  public List<FollowUp> on(Recorded<Name, NameEvent> recorded) {
    List<FollowUp> followUps = new ArrayList<>();
    for (NameEvent event : recorded.events()) {
      switch (event) {
        case NameClaimed e ->
            followUps.add(
                new FollowUp(
                    "account",
                    Partitioning.key(e.opening().id().toString(), "account"),
                    e.opening()));
        case NameReleased _ -> {}
      }
    }
    return followUps;
  }
}
