package isegoria.account.policy;

import isegoria.account.write.relationship.Mute;
import isegoria.account.write.relationship.Relationship;
import isegoria.account.write.relationship.RelationshipCommand;
import isegoria.account.write.relationship.RelationshipCommand.LapseMute;
import isegoria.eventsourcing.Due;
import isegoria.eventsourcing.DueRule;
import org.jspecify.annotations.Nullable;

/** Whenever a timed mute's end has come, it lapses: of two, the nearer one first. */
public final class WhenMuteIsDueThenLapse implements DueRule<RelationshipCommand, Relationship> {

  @Override
  public @Nullable Due<RelationshipCommand> next(Relationship pair) {
    Due<RelationshipCommand> low = due(pair.low().mute());
    Due<RelationshipCommand> high = due(pair.high().mute());
    if (low == null || high == null) {
      return low == null ? high : low;
    }
    return low.at().isAfter(high.at()) ? high : low;
  }

  private static @Nullable Due<RelationshipCommand> due(@Nullable Mute mute) {
    if (mute == null || mute.until() == null) {
      return null;
    }
    return new Due<>(mute.until(), new LapseMute(mute.by(), mute.of(), mute.until()));
  }
}
