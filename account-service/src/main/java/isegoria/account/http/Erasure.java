package isegoria.account.http;

import isegoria.account.read.login.Apps;
import isegoria.account.read.login.Credential;
import isegoria.account.read.login.Credentials;
import isegoria.account.read.relationship.Relationships;
import isegoria.account.read.relationship.TieList;
import isegoria.account.read.relationship.TieRow;
import isegoria.account.write.account.AccountCommand;
import isegoria.account.write.account.CloseReason;
import isegoria.account.write.relationship.RelationshipCommand;
import isegoria.api.paging.Page;
import isegoria.api.paging.PageOf;
import isegoria.edge.CommandContexts;
import isegoria.edge.Replies;
import isegoria.events.AccountId;
import isegoria.eventsourcing.ask.CommandContext;
import isegoria.service.ParallelTasks;
import java.util.OptionalLong;

/**
 * Ends an account and everything it has here: its tokens, its ties, its words, its credential. What
 * it has elsewhere ends with the tombstone of its state. It can be repeated from any point.
 */
public final class Erasure {

  private static final int AT_ONCE = 16;

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
    for (TieList list : TieList.values()) {
      end(list, id);
    }
    credentials.of(id).map(Credential::emailMark).ifPresent(mark -> credentials.release(mark, id));
    credentials.remove(id);
    apps.forget(id);
    // Last, since it takes the name by which the account is found when this has to be repeated.
    Replies.state(
        commandSender.ofAccount(id, new AccountCommand.Close(CloseReason.ERASED), context),
        Problems::of);
  }

  private void end(TieList list, AccountId id) {
    OptionalLong olderThan = OptionalLong.of(Page.NEWEST);
    while (olderThan.isPresent()) {
      var page = new Page(400, olderThan.getAsLong(), Page.OLDEST, false);
      PageOf<TieRow> rows = relationships.page(list, id, page);
      ParallelTasks.forEach(rows.entries(), AT_ONCE, row -> end(command(list, id, row.other())));
      olderThan = rows.next(page, TieRow::number);
    }
  }

  private void end(RelationshipCommand command) {
    commandSender.relationship(command, contexts.once(command.by().toString()));
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
