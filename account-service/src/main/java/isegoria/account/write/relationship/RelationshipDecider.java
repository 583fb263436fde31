package isegoria.account.write.relationship;

import static isegoria.eventsourcing.Decision.accept;
import static isegoria.eventsourcing.Decision.reject;

import isegoria.account.write.relationship.RelationshipCommand.AcceptRequest;
import isegoria.account.write.relationship.RelationshipCommand.Block;
import isegoria.account.write.relationship.RelationshipCommand.Follow;
import isegoria.account.write.relationship.RelationshipCommand.LapseMute;
import isegoria.account.write.relationship.RelationshipCommand.RejectRequest;
import isegoria.account.write.relationship.RelationshipCommand.RemoveFollower;
import isegoria.account.write.relationship.RelationshipCommand.Target;
import isegoria.account.write.relationship.RelationshipCommand.Unblock;
import isegoria.account.write.relationship.RelationshipCommand.Unfollow;
import isegoria.account.write.relationship.RelationshipCommand.Unmute;
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
import isegoria.account.write.relationship.RelationshipRejection.BlockedByTarget;
import isegoria.account.write.relationship.RelationshipRejection.NoRequest;
import isegoria.account.write.relationship.RelationshipRejection.TargetBlocked;
import isegoria.account.write.relationship.RelationshipRejection.TargetGone;
import isegoria.account.write.relationship.Tie.Blocking;
import isegoria.account.write.relationship.Tie.Following;
import isegoria.account.write.relationship.Tie.NoTie;
import isegoria.account.write.relationship.Tie.Requested;
import isegoria.events.AccountId;
import isegoria.eventsourcing.Decider;
import isegoria.eventsourcing.Decision;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules between two accounts: a ruling for every tie of the one who asks, every tie of the
 * other, and every command. A block ends follows and requests of both, and none passes it.
 */
public final class RelationshipDecider {

  public static final Decider<
          RelationshipCommand, Relationship, RelationshipEvent, RelationshipRejection>
      RELATIONSHIP =
          new Decider<>(
              Relationship.STRANGERS, RelationshipDecider::decide, RelationshipDecider::evolve);

  private RelationshipDecider() {}

  private record Asked(Tie mine, Tie theirs, RelationshipCommand to) {}

  static Decision<RelationshipEvent, RelationshipRejection> decide(
      Relationship pair, RelationshipCommand command) {
    Side mine = pair.side(command.by(), command.to());
    Side theirs = pair.side(command.to(), command.by());
    return switch (new Asked(mine.tie(), theirs.tie(), command)) {
      case Asked(Blocking _, _, Follow _) -> reject(new TargetBlocked());
      case Asked(_, Blocking _, Follow _) -> reject(new BlockedByTarget());
      case Asked(_, _, Follow to) when to.target() == Target.GONE -> reject(new TargetGone());
      case Asked(Following of, _, Follow to) when of.options().equals(to.options()) -> accept();
      case Asked(Following _, _, Follow to) ->
          accept(new FollowOptionsChanged(to.by(), to.to(), to.options()));
      case Asked(Requested of, _, Follow to) when to.target() == Target.OPEN ->
          accept(
              new AccountFollowed(
                  to.by(), to.to(), to.options(), to.at(), /* requestedAt= */ of.since()));
      case Asked(Requested of, _, Follow to) when of.options().equals(to.options()) -> accept();
      case Asked(Requested _, _, Follow to) ->
          accept(new FollowOptionsChanged(to.by(), to.to(), to.options()));
      case Asked(NoTie _, _, Follow to) when to.target() == Target.LOCKED ->
          accept(new FollowRequested(to.by(), to.to(), to.options(), to.at()));
      case Asked(NoTie _, _, Follow to) ->
          accept(new AccountFollowed(to.by(), to.to(), to.options(), to.at(), null));

      case Asked(Following of, _, Unfollow to) ->
          accept(new AccountUnfollowed(to.by(), to.to(), of.since()));
      case Asked(Requested of, _, Unfollow to) ->
          accept(new FollowRequestWithdrawn(to.by(), to.to(), of.since()));
      case Asked(NoTie _, _, Unfollow _) -> accept();
      case Asked(Blocking _, _, Unfollow _) -> accept();

      case Asked(_, Requested of, AcceptRequest to) ->
          accept(
              new AccountFollowed(
                  to.to(), to.by(), of.options(), to.at(), /* requestedAt= */ of.since()));
      case Asked(_, Following _, AcceptRequest _) -> accept();
      case Asked(_, NoTie _, AcceptRequest _) -> reject(new NoRequest());
      case Asked(_, Blocking _, AcceptRequest _) -> reject(new NoRequest());

      case Asked(_, Requested of, RejectRequest to) ->
          accept(new FollowRequestRejected(to.to(), to.by(), of.since()));
      case Asked(_, Following _, RejectRequest _) -> reject(new NoRequest());
      case Asked(_, NoTie _, RejectRequest _) -> reject(new NoRequest());
      case Asked(_, Blocking _, RejectRequest _) -> reject(new NoRequest());

      case Asked(_, Following of, RemoveFollower to) ->
          accept(new AccountUnfollowed(to.to(), to.by(), of.since()));
      case Asked(_, Requested _, RemoveFollower _) -> accept();
      case Asked(_, NoTie _, RemoveFollower _) -> accept();
      case Asked(_, Blocking _, RemoveFollower _) -> accept();

      case Asked(Blocking _, _, Block _) -> accept();
      case Asked(_, _, Block to) -> accept(blocked(mine.tie(), theirs.tie(), to));

      case Asked(Blocking of, _, Unblock to) ->
          accept(new AccountUnblocked(to.by(), to.to(), of.since()));
      case Asked(_, _, Unblock _) -> accept();

      case Asked(_, _, RelationshipCommand.Mute to) -> muted(mine.mute(), to);

      case Asked(_, _, Unmute to) -> unmuted(mine.mute(), to);

      case Asked(_, _, LapseMute to) -> lapsed(mine.mute(), to);
    };
  }

  private static List<RelationshipEvent> blocked(Tie mine, Tie theirs, Block to) {
    List<RelationshipEvent> events = new ArrayList<>();
    switch (mine) {
      case Following of -> events.add(new AccountUnfollowed(to.by(), to.to(), of.since()));
      case Requested of -> events.add(new FollowRequestWithdrawn(to.by(), to.to(), of.since()));
      case NoTie _, Blocking _ -> {}
    }
    switch (theirs) {
      case Following of -> events.add(new AccountUnfollowed(to.to(), to.by(), of.since()));
      case Requested of -> events.add(new FollowRequestRejected(to.to(), to.by(), of.since()));
      case NoTie _, Blocking _ -> {}
    }
    events.add(new AccountBlocked(to.by(), to.to(), to.at()));
    return events;
  }

  private static Decision<RelationshipEvent, RelationshipRejection> muted(
      @Nullable Mute mute, RelationshipCommand.Mute to) {
    if (mute != null && mute.says(to.notifications(), to.until())) {
      return accept();
    }
    return accept(
        new AccountMuted(
            to.by(),
            to.to(),
            to.notifications(),
            to.until(),
            mute == null ? to.at() : mute.since()));
  }

  private static Decision<RelationshipEvent, RelationshipRejection> unmuted(
      @Nullable Mute mute, Unmute to) {
    return mute == null ? accept() : accept(new AccountUnmuted(to.by(), to.to(), mute.since()));
  }

  private static Decision<RelationshipEvent, RelationshipRejection> lapsed(
      @Nullable Mute mute, LapseMute to) {
    return mute == null || !to.until().equals(mute.until())
        ? accept()
        : accept(new AccountUnmuted(to.by(), to.to(), mute.since()));
  }

  static Relationship evolve(Relationship pair, RelationshipEvent event) {
    AccountId from = event.from();
    AccountId to = event.to();
    Side side = pair.side(from, to);
    Side next =
        switch (event) {
          case AccountFollowed e -> side.tied(new Following(e.since(), e.options()));
          case AccountUnfollowed _ -> side.tied(new NoTie());
          case FollowRequested e -> side.tied(new Requested(e.since(), e.options()));
          case FollowRequestWithdrawn _ -> side.tied(new NoTie());
          case FollowRequestRejected _ -> side.tied(new NoTie());
          case FollowOptionsChanged e -> side.tied(changed(side.tie(), e.options()));
          case AccountBlocked e -> side.tied(new Blocking(e.since()));
          case AccountUnblocked _ -> side.tied(new NoTie());
          case AccountMuted e ->
              side.muted(new Mute(from, to, e.since(), e.notifications(), e.until()));
          case AccountUnmuted _ -> side.muted(null);
        };
    return pair.with(from, to, next);
  }

  private static Tie changed(Tie tie, FollowOptions options) {
    return switch (tie) {
      case Following of -> new Following(of.since(), options);
      case Requested of -> new Requested(of.since(), options);
      case NoTie _, Blocking _ ->
          throw new IllegalStateException(
              "tie: " + tie.getClass().getSimpleName() + " (expected: Following or Requested)");
    };
  }
}
