package isegoria.account.http;

import isegoria.account.read.account.Accounts;
import isegoria.account.write.note.NoteCommand;
import isegoria.api.entity.Relationship;
import isegoria.edge.ApiException;
import isegoria.edge.Params;
import isegoria.edge.Viewer;
import isegoria.events.AccountId;
import isegoria.eventsourcing.ask.CommandContext;
import isegoria.service.WriteAccess;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an account notes for itself about another. */
@RestController
public final class NoteResource {

  private final Accounts accounts;
  private final RelationshipView views;
  private final CommandSender commandSender;
  private final WriteAccess writeAccess;

  public NoteResource(
      Accounts accounts,
      RelationshipView views,
      CommandSender commandSender,
      WriteAccess writeAccess) {
    this.accounts = accounts;
    this.views = views;
    this.commandSender = commandSender;
    this.writeAccess = writeAccess;
  }

  /** A note that is not sent is removed. */
  @PostMapping("/api/v1/accounts/{id}/note")
  public Relationship writeNote(
      @PathVariable AccountId id, Viewer viewer, Params params, CommandContext context) {
    AccountId me = writeAccess.require(viewer, "write:accounts");
    if (accounts.byId(id).isEmpty()) {
      throw ApiException.notFound();
    }
    commandSender.note(me, id, new NoteCommand.Write(params.text("comment", "")), context);
    return views.of(me, List.of(id)).getFirst();
  }
}
