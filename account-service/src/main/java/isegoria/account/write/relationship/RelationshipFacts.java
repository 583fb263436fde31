package isegoria.account.write.relationship;

import isegoria.account.write.relationship.RelationshipEvent.AccountBlocked;
import isegoria.account.write.relationship.RelationshipEvent.AccountFollowed;
import isegoria.account.write.relationship.RelationshipEvent.AccountMuted;
import isegoria.account.write.relationship.RelationshipEvent.FollowRequested;
import isegoria.account.write.relationship.Tie.Blocking;
import isegoria.account.write.relationship.Tie.Following;
import isegoria.account.write.relationship.Tie.NoTie;
import isegoria.account.write.relationship.Tie.Requested;
import isegoria.events.AccountId;
import java.util.ArrayList;
import java.util.List;

/** The facts that alone lead to how two accounts stand: a rebuild makes their rows of them. */
public final class RelationshipFacts {

  private RelationshipFacts() {}

  public static List<RelationshipEvent> of(Pair pair, Relationship relationship) {
    List<RelationshipEvent> facts = new ArrayList<>();
    add(facts, pair.low(), pair.high(), relationship.low());
    add(facts, pair.high(), pair.low(), relationship.high());
    return facts;
  }

  private static void add(List<RelationshipEvent> facts, AccountId from, AccountId to, Side side) {
    switch (side.tie()) {
      case NoTie _ -> {}
      case Requested of -> facts.add(new FollowRequested(from, to, of.options(), of.since()));
      case Following of ->
          facts.add(
              new AccountFollowed(from, to, of.options(), of.since(), /* requestedAt= */ null));
      case Blocking of -> facts.add(new AccountBlocked(from, to, of.since()));
    }
    Mute mute = side.mute();
    if (mute != null) {
      facts.add(new AccountMuted(from, to, mute.notifications(), mute.until(), mute.since()));
    }
  }
}
