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
import isegoria.post.http.PostViews.Fresh;
import isegoria.post.kafka.PostCommands;
import isegoria.post.read.engagement.BoostRow;
import isegoria.post.read.engagement.EngagementProjection;
import isegoria.post.read.engagement.MarkKind;
import isegoria.post.read.post.PostRow;
import isegoria.post.write.Visibility;
import isegoria.post.write.engagement.Engagement;
import isegoria.post.write.engagement.EngagementCommand.Boost;
import isegoria.post.write.engagement.EngagementCommand.Unboost;
import isegoria.post.write.engagement.Mark;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Boosts: a post of one's own around another post. */
@RestController
class Boosts {

  private final PostCommands commands;
  private final AuthorAccess authorAccess;
  private final PostVisibility postVisibility;
  private final PostViews views;
  private final MarkLists lists;
  private final Ids ids;

  Boosts(
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

  /** Answers with the boost, around the post. */
  @PostMapping("/api/v1/statuses/{id}/reblog")
  Status boostPost(@PathVariable PostId id, Params params, Viewer viewer, CommandContext context)
      throws InterruptedException {
    AccountId actor = authorAccess.require(viewer, "write:statuses");
    Visibility visibility = Drafts.visibility(params, Visibility.PUBLIC);
    PostRow post = postVisibility.require(id, actor);
    var mark = new Mark(new PostId(ids.next()), context.occurredAt());
    var command = new Boost(actor, PostVisibility.target(post), mark, visibility);
    var accepted = Replies.accepted(commands.ask(actor, post.id(), command, context), Problems::of);
    Fresh fresh =
        accepted.events().isEmpty() || accepted.repeated() ? Fresh.NOTHING : new Fresh(0, 1);
    return views.of(boost(accepted.state()), post, actor, fresh);
  }

  private static BoostRow boost(Engagement engagement) {
    if (engagement instanceof Engagement.Engaged engaged && engaged.boost() != null) {
      return EngagementProjection.boost(engaged, engaged.boost());
    }
    throw ApiException.notFound();
  }

  /** Answers with the post itself. */
  @PostMapping("/api/v1/statuses/{id}/unreblog")
  Status unboostPost(@PathVariable PostId id, Viewer viewer, CommandContext context)
      throws InterruptedException {
    AccountId actor = authorAccess.require(viewer, "write:statuses");
    Optional<PostRow> seen = postVisibility.find(id, actor);
    PostId post = postVisibility.requireMarkable(id, seen, actor);
    var accepted =
        Replies.accepted(commands.ask(actor, post, new Unboost(), context), Problems::of);
    boolean changed = !accepted.events().isEmpty() && !accepted.repeated();
    return views.of(
        // What is out of sight is taken back, and not shown.
        seen.orElseThrow(ApiException::notFound),
        actor,
        changed ? new Fresh(0, -1) : Fresh.NOTHING);
  }

  @GetMapping("/api/v1/statuses/{id}/reblogged_by")
  ResponseEntity<List<Account>> getBoosters(
      @PathVariable PostId id, Params params, Viewer viewer, HttpServletRequest request) {
    AccountId reader = viewer.optional("read:statuses");
    PostRow post = postVisibility.require(id, reader);
    return lists.ofPost(
        MarkKind.BOOST, post.id(), reader, params.page(PageLimit.ACCOUNTS), request);
  }
}
