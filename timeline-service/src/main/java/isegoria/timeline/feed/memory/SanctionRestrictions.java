package isegoria.timeline.feed.memory;

import isegoria.accounts.SanctionsInForce;
import isegoria.timeline.feed.read.Restrictions;
import java.time.InstantSource;

/** The sanctions in force now, as feeds ask for them. */
public record SanctionRestrictions(SanctionsInForce sanctions, InstantSource clock)
    implements Restrictions {

  @Override
  public boolean isSuspended(long accountId) {
    return sanctions.of(accountId, clock.instant()).suspended();
  }

  @Override
  public boolean isLimited(long accountId) {
    return sanctions.of(accountId, clock.instant()).limited();
  }

  @Override
  public boolean isRemoved(long postId, long authorId) {
    return sanctions.isRemoved(postId, authorId, clock.instant());
  }
}
