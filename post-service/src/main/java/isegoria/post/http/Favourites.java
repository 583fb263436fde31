package isegoria.post.http;

import isegoria.api.entity.Account;
import isegoria.api.entity.Status;
import isegoria.api.paging.PageLimit;
import isegoria.edge.ApiException;
import isegoria.edge.Ids;
import isegoria.edge.Params;
import isegoria.edge.Replies;
import isegoria.edge.Viewer;
import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.eventsourcing.ask.CommandContext;
import isegoria.eventsourcing.wire.Reply;
import isegoria.post.http.PostViews.Fresh;
import isegoria.post.kafka.PostCommands;
import isegoria.post.read.engagement.MarkKind;
import isegoria.post.read.post.PostRow;
import isegoria.post.write.engagement.Engagement;
import isegoria.post.write.engagement.EngagementCommand.Favourite;
import isegoria.post.write.engagement.EngagementCommand.Unfavourite;
import isegoria.post.write.engagement.EngagementEvent;
import isegoria.post.write.engagement.EngagementRejection;
import isegoria.post.write.engagement.Mark;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Favourites: giving, taking back, whose they are. */
@RestController
class Favourites {

  private final PostCommands commands;
  private final AuthorAccess authorAccess;
  private final PostVisibility postVisibility;
  private final PostViews views;
  private final MarkLists lists;
  private final Ids ids;

  Favourites(
      PostCommands commands,
      AuthorAccess authorAccess,
      PostVisibility postVisibility,
      PostViews views,
      MarkLists lists,
      Ids ids) {
    this.commands = commands;
    this.authorAccess = authorAccess;
    this.postVisibility = postVisibility;
    this.views = views;
    this.lists = lists;
    this.ids = ids;
  }

  @PostMapping("/api/v1/statuses/{id}/favourite")
  Status favouritePost(@PathVariable PostId id, Viewer viewer, CommandContext context)
      throws InterruptedException {
    AccountId actor = authorAccess.require(viewer, "write:favourites");
    PostRow post = postVisibility.require(id, actor);
    var mark = new Mark(new PostId(ids.next()), context.occurredAt());
    var command = new Favourite(actor, PostVisibility.target(post), mark);
    return shown(
        post,
        actor,
        Replies.accepted(commands.ask(actor, post.id(), command, context), Problems::of),
        1);
  }

  @PostMapping("/api/v1/statuses/{id}/unfavourite")
  Status unfavouritePost(@PathVariable PostId id, Viewer viewer, CommandContext context)
      throws InterruptedException {
    AccountId actor = authorAccess.require(viewer, "write:favourites");
    Optional<PostRow> seen = postVisibility.find(id, actor);
    PostId post = postVisibility.requireMarkable(id, seen, actor);
    var accepted =
        Replies.accepted(commands.ask(actor, post, new Unfavourite(), context), Problems::of);
    // What is out of sight is taken back, and not shown.
    return shown(seen.orElseThrow(ApiException::notFound), actor, accepted, -1);
  }

  private Status shown(
      PostRow post,
      AccountId actor,
      Reply.Accepted<Engagement, EngagementEvent, EngagementRejection> accepted,
      int change) {
    boolean changed = !accepted.events().isEmpty() && !accepted.repeated();
    return views.of(post, actor, changed ? new Fresh(change, 0) : Fresh.NOTHING);
  }

  @GetMapping("/api/v1/statuses/{id}/favourited_by")
  ResponseEntity<List<Account>> getFavouriters(
      @PathVariable PostId id, Params params, Viewer viewer, HttpServletRequest request) {
    AccountId reader = viewer.optional("read:statuses");
    PostRow post = postVisibility.require(id, reader);
    return lists.ofPost(
        MarkKind.FAVOURITE, post.id(), reader, params.page(PageLimit.ACCOUNTS), request);
  }

  @GetMapping("/api/v1/favourites")
  ResponseEntity<List<Status>> getFavourites(
      Params params, Viewer viewer, HttpServletRequest request) {
    AccountId actor = viewer.require("read:favourites");
    return lists.ofActor(MarkKind.FAVOURITE, actor, params.page(PageLimit.POSTS), request);
  }
}
