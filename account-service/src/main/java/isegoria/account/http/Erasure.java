package isegoria.account.http;

import isegoria.account.read.login.Apps;
import isegoria.account.read.login.Credential;
import isegoria.account.read.login.Credentials;
import isegoria.account.read.relationship.Relationships;
import isegoria.account.write.account.AccountCommand;
import isegoria.account.write.account.CloseReason;
import isegoria.edge.CommandContexts;
import isegoria.edge.Replies;
import isegoria.events.AccountId;
import isegoria.eventsourcing.ask.CommandContext;
import isegoria.eventsourcing.wire.Reply;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Ends an account and everything it has here: its tokens, its ties, its words, its credential. What
 * deciders keep of it, here and elsewhere, ends because it is closed. It can be repeated from any
 * point.
 */
public final class Erasure {

  private static final Executor THREADS = task -> Thread.ofVirtual().name("ties").start(task);

  private final TieEnds ties;
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
    this.ties =
        new TieEnds(
            relationships,
            command -> commandSender.ofPair(command, contexts.once(command.by().toString())));
    this.credentials = credentials;
    this.apps = apps;
    this.issuer = issuer;
    this.commandSender = commandSender;
    this.contexts = contexts;
  }

  void erase(AccountId id, CommandContext context) {
    issuer.endAll(id);
    ties.endAll(id);
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
   * decided within their deadline or never, so they are looked for when that has passed.
   */
  public CompletionStage<?> endLateTies(AccountId id) {
    Executor later =
        CompletableFuture.delayedExecutor(
            contexts.patience().toMillis(), TimeUnit.MILLISECONDS, THREADS);
    return CompletableFuture.runAsync(() -> ties.endPossible(id), later);
  }
}
