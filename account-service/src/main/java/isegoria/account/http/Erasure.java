package isegoria.account.http;

import isegoria.account.read.login.Apps;
import isegoria.account.read.login.Credential;
import isegoria.account.read.login.Credentials;
import isegoria.account.read.relationship.Relationships;
import isegoria.account.read.relationship.TieList;
import isegoria.account.read.relationship.TieRow;
import isegoria.account.write.account.AccountCommand;
import isegoria.account.write.account.CloseReason;
import isegoria.account.write.relationship.Pair;
import isegoria.account.write.relationship.RelationshipCommand;
import isegoria.api.paging.Page;
import isegoria.api.paging.PageOf;
import isegoria.edge.CommandContexts;
import isegoria.edge.Replies;
import isegoria.events.AccountId;
import isegoria.eventsourcing.ask.CommandContext;
import isegoria.eventsourcing.wire.Reply;
import isegoria.service.ParallelTasks;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends an account and everything it has here: its tokens, its ties, its words, its credential. What
 * deciders keep of it, here and elsewhere, ends because it is closed. It can be repeated from any
 * point.
 */
public final class Erasure {

  private static final Logger LOG = LoggerFactory.getLogger(Erasure.class);

  /** Ties ended at once: an erasure must not crowd out those who write. */
  private static final int TIES_AT_ONCE_MAX = 16;

  private final Relationships relationships;
  private final Credentials credentials;
  private final Apps apps;
  private final TokenIssuer issuer;
  private final CommandSender commandSender;
  private final CommandContexts contexts;

  public Erasure(
      Relationships relationships,
      Credentials credentials,
      Apps apps,
      TokenIssuer issuer,
      CommandSender commandSender,
      CommandContexts contexts) {
    this.relationships = relationships;
    this.credentials = credentials;
    this.apps = apps;
    this.issuer = issuer;
    this.commandSender = commandSender;
    this.contexts = contexts;
  }

  void erase(AccountId id, CommandContext context) {
    issuer.endAll(id);
    endTies(id);
    credentials.of(id).map(Credential::emailMark).ifPresent(mark -> credentials.release(mark, id));
    credentials.remove(id);
    apps.forget(id);
    // Last, since it takes the name by which the account is found when this has to be repeated.
    var reply = commandSender.ofAccount(id, new AccountCommand.Close(CloseReason.ERASED), context);
    if (reply instanceof Reply.Quarantined<?, ?, ?>) {
      commandSender.erase(id, contexts.once(""));
    } else if (!(reply instanceof Reply.OwnerErased<?, ?, ?>)) {
      Replies.state(reply, Problems::of);
    }
  }

  /**
   * Ends the ties that an edge let pass while it still knew the account as open. Their commands are
   * decided within their deadline or never, so it waits as long.
   */
  public void endLateTies(AccountId id) {
    try {
      Thread.sleep(contexts.patience());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    endTies(id);
  }

  private void endTies(AccountId id) {
    for (TieList list : TieList.values()) {
      end(list, id);
    }
  }

  private void end(TieList list, AccountId id) {
    OptionalLong olderThan = OptionalLong.of(Page.NEWEST);
    while (olderThan.isPresent()) {
      var page = new Page(400, olderThan.getAsLong(), Page.OLDEST, false);
      PageOf<TieRow> rows = relationships.page(list, id, page);
      ParallelTasks.forEach(
          rows.entries(), TIES_AT_ONCE_MAX, row -> end(command(list, id, row.other())));
      olderThan = rows.next(page, TieRow::number);
    }
  }

  /** One that has ended meanwhile is no fault, and one that cannot be read holds up no other. */
  private void end(RelationshipCommand command) {
    var reply = commandSender.ofPair(command, contexts.once(command.by().toString()));
    switch (reply) {
      case Reply.Quarantined<?, ?, ?> _ ->
          LOG.error(
              "relationship {} cannot be read, the erasure of {} leaves it",
              Pair.of(command.by(), command.to()).key(),
              command.by());
      case Reply.Rejected<?, ?, ?> _ -> {}
      default -> Replies.state(reply, Problems::of);
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
