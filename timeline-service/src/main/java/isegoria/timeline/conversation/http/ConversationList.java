package isegoria.timeline.conversation.http;

import isegoria.api.Origin;
import isegoria.api.entity.Conversation;
import isegoria.api.paging.LinkHeader;
import isegoria.api.paging.Page;
import isegoria.api.paging.PageLimit;
import isegoria.edge.ApiException;
import isegoria.edge.Params;
import isegoria.edge.ReadsViews;
import isegoria.edge.Viewer;
import isegoria.events.AccountId;
import isegoria.eventsourcing.ask.CommandContext;
import isegoria.service.WriteAccess;
import isegoria.timeline.conversation.read.FoundConversations;
import isegoria.timeline.conversation.write.ConversationCommand.MarkUnread;
import isegoria.timeline.conversation.write.ConversationCommand.Read;
import isegoria.timeline.conversation.write.ConversationCommand.Remove;
import isegoria.timeline.conversation.write.ConversationId;
import isegoria.timeline.role.ConditionalOnRole;
import isegoria.timeline.role.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Direct posts by thread and participants, as one of these has them. */
@ReadsViews({"conversations", "posts", "accounts", "copies", "filters", "relations", "sanctions"})
@RestController
@ConditionalOnRole(Role.SERVE)
final class ConversationList {

  private static final String PATH = "/api/v1/conversations";
  private static final String WRITE = "write:conversations";

  private final GetConversations conversations;
  private final ConversationActions actions;
  private final WriteAccess writeAccess;
  private final Origin origin;

  ConversationList(
      GetConversations conversations,
      ConversationActions actions,
      WriteAccess writeAccess,
      Origin origin) {
    this.conversations = conversations;
    this.actions = actions;
    this.writeAccess = writeAccess;
    this.origin = origin;
  }

  @GetMapping(PATH)
  ResponseEntity<List<Conversation>> getConversations(
      Viewer viewer, Params params, HttpServletRequest request) {
    long owner = viewer.require("read:statuses").value();
    Page page = params.page(PageLimit.CONVERSATIONS);
    FoundConversations<Conversation> found = conversations.page(owner, page);
    var answer = ResponseEntity.ok();
    LinkHeader.ofEntries(
            origin.at(request.getRequestURI()), Params.heeded(request), found.cursors())
        .ifPresent(link -> answer.header(HttpHeaders.LINK, link));
    return answer.body(found.shown());
  }

  @PostMapping(PATH + "/{id}/read")
  Conversation read(@PathVariable String id, Viewer viewer, CommandContext context) {
    AccountId owner = writeAccess.require(viewer, WRITE);
    ConversationId of = id(id);
    Conversation shown = shown(owner, of);
    actions.ask(owner, of, new Read(of.generation()), context);
    return marked(shown, false);
  }

  @PostMapping(PATH + "/{id}/unread")
  Conversation markUnread(@PathVariable String id, Viewer viewer, CommandContext context) {
    AccountId owner = writeAccess.require(viewer, WRITE);
    ConversationId of = id(id);
    Conversation shown = shown(owner, of);
    actions.ask(owner, of, new MarkUnread(of.generation()), context);
    return marked(shown, true);
  }

  @DeleteMapping(PATH + "/{id}")
  Map<String, Object> remove(@PathVariable String id, Viewer viewer, CommandContext context) {
    AccountId owner = writeAccess.require(viewer, WRITE);
    ConversationId of = id(id);
    actions.ask(owner, of, new Remove(of.generation()), context);
    return Map.of();
  }

  private Conversation shown(AccountId owner, ConversationId id) {
    Conversation shown = conversations.one(owner.value(), id);
    if (shown == null) {
      throw ApiException.notFound();
    }
    return shown;
  }

  private static Conversation marked(Conversation shown, boolean isUnread) {
    return new Conversation(shown.id(), isUnread, shown.accounts(), shown.lastStatus());
  }

  private static ConversationId id(String text) {
    return ConversationId.of(Params.id(text));
  }
}
