package isegoria.account.http;

import isegoria.account.read.relationship.Relationships;
import isegoria.account.read.relationship.TieList;
import isegoria.account.read.relationship.TieRow;
import isegoria.account.write.relationship.Pair;
import isegoria.account.write.relationship.RelationshipCommand;
import isegoria.api.paging.Page;
import isegoria.api.paging.PageOf;
import isegoria.edge.ApiException;
import isegoria.edge.Replies;
import isegoria.events.AccountId;
import isegoria.eventsourcing.wire.Reply;
import isegoria.service.ParallelTasks;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends whatever is between an account and others, as its lists tell it. */
final class TieEnds {

  private static final Logger LOG = LoggerFactory.getLogger(TieEnds.class);

  /** Ties ended at once: an erasure must not crowd out those who write. */
  private static final int AT_ONCE_MAX = 16;

  private static final int PAGE_SIZE = 400;

  /** Walks for the ties that could not be ended in the one before; each waits for its commands. */
  static final int WALKS_MAX = 3;

  private final Relationships relationships;
  private final Function<RelationshipCommand, ? extends Reply<?, ?, ?>> ask;

  TieEnds(
      Relationships relationships, Function<RelationshipCommand, ? extends Reply<?, ?, ?>> ask) {
    this.relationships = relationships;
    this.ask = ask;
  }

  /** Ends all; throws where one could not be ended. */
  void endAll(AccountId id) {
    walk(id, this::end);
  }

  /** Ends all that can be ended: one that cannot holds up no other, and stays as a pair of ids. */
  void endPossible(AccountId id) {
    for (int walk = 1; walk <= WALKS_MAX; walk++) {
      var left = new AtomicInteger();
      boolean isLast = walk == WALKS_MAX;
      walk(
          id,
          command -> {
            if (!isEnded(command, isLast)) {
              left.incrementAndGet();
            }
          });
      if (left.get() == 0) {
        return;
      }
    }
  }

  private boolean isEnded(RelationshipCommand command, boolean isLastTry) {
    try {
      end(command);
      return true;
    } catch (ApiException failed) {
      if (isLastTry) {
        LOG.error(
            "relationship {} could not be ended, the erasure of {} leaves it"
                + " (runbook: an-account-has-to-be-erased)",
            Pair.of(command.by(), command.to()).key(),
            command.by());
      }
      return false;
    }
  }

  private void walk(AccountId id, Consumer<RelationshipCommand> end) {
    for (TieList list : TieList.values()) {
      OptionalLong olderThan = OptionalLong.of(Page.NEWEST);
      while (olderThan.isPresent()) {
        var page = new Page(PAGE_SIZE, olderThan.getAsLong(), Page.OLDEST, false);
        PageOf<TieRow> rows = relationships.page(list, id, page);
        ParallelTasks.forEach(
            rows.entries(), AT_ONCE_MAX, row -> end.accept(command(list, id, row.other())));
        olderThan = rows.next(page, TieRow::number);
      }
    }
  }

  /** One that has ended meanwhile is no fault, and one that cannot be read holds up no other. */
  private void end(RelationshipCommand command) {
    Reply<?, ?, ?> reply = ask.apply(command);
    switch (reply) {
      case Reply.Quarantined<?, ?, ?> _ ->
          LOG.error(
              "relationship {} cannot be read, the erasure of {} leaves it",
              Pair.of(command.by(), command.to()).key(),
              command.by());
      case Reply.Rejected<?, ?, ?> _ -> {}
      default -> Replies.state(reply, never -> ApiException.unavailable());
    }
  }

  private static RelationshipCommand command(TieList list, AccountId id, AccountId other) {
    return switch (list) {
      case FOLLOWING -> new RelationshipCommand.Unfollow(id, other);
      case FOLLOWER -> new RelationshipCommand.RemoveFollower(id, other);
      case REQUESTER -> new RelationshipCommand.RejectRequest(id, other);
      case BLOCKING -> new RelationshipCommand.Unblock(id, other);
      case MUTING -> new RelationshipCommand.Unmute(id, other);
    };
  }
}
