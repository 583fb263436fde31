package isegoria.post.http;

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
import isegoria.post.kafka.PostCommands;
import isegoria.post.read.engagement.MarkKind;
import isegoria.post.read.post.PostRow;
import isegoria.post.write.engagement.EngagementCommand.Bookmark;
import isegoria.post.write.engagement.EngagementCommand.Unbookmark;
import isegoria.post.write.engagement.Mark;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Bookmarks: only their owner ever sees them. */
@RestController
class Bookmarks {

  private final PostCommands commands;
  private final AuthorAccess authorAccess;
  private final PostVisibility postVisibility;
  private final PostViews views;
  private final MarkLists lists;
  private final Ids ids;

  Bookmarks(
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

  @PostMapping("/api/v1/statuses/{id}/bookmark")
  Status bookmarkPost(@PathVariable PostId id, Viewer viewer, CommandContext context)
      throws InterruptedException {
    AccountId actor = authorAccess.require(viewer, "write:bookmarks");
    PostRow post = postVisibility.require(id, actor);
    var mark = new Mark(new PostId(ids.next()), context.occurredAt());
    var command = new Bookmark(actor, PostVisibility.target(post), mark);
    Replies.state(commands.ask(actor, post.id(), command, context), Problems::of);
    return views.of(post, actor);
  }

  @PostMapping("/api/v1/statuses/{id}/unbookmark")
  Status unbookmarkPost(@PathVariable PostId id, Viewer viewer, CommandContext context)
      throws InterruptedException {
    AccountId actor = authorAccess.require(viewer, "write:bookmarks");
    Optional<PostRow> seen = postVisibility.find(id, actor);
    PostId post = postVisibility.requireMarkable(id, seen, actor);
    Replies.state(commands.ask(actor, post, new Unbookmark(), context), Problems::of);
    // What is out of sight is taken back, and not shown.
    return views.of(seen.orElseThrow(ApiException::notFound), actor);
  }

  @GetMapping("/api/v1/bookmarks")
  ResponseEntity<List<Status>> getBookmarks(
      Params params, Viewer viewer, HttpServletRequest request) {
    AccountId actor = viewer.require("read:bookmarks");
    return lists.ofActor(MarkKind.BOOKMARK, actor, params.page(PageLimit.POSTS), request);
  }
}
