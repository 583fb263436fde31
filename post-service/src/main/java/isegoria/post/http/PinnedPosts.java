package isegoria.post.http;

import isegoria.api.entity.Status;
import isegoria.edge.Replies;
import isegoria.edge.Viewer;
import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.eventsourcing.ask.CommandContext;
import isegoria.post.kafka.PostCommands;
import isegoria.post.read.post.PostRow;
import isegoria.post.write.pins.PinsCommand.Pin;
import isegoria.post.write.pins.PinsCommand.Unpin;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pins: what an author keeps on top of the profile. */
@RestController
@RequestMapping("/api/v1/statuses/{id}")
class PinnedPosts {

  private final PostCommands commands;
  private final AuthorAccess authorAccess;
  private final PostVisibility postVisibility;
  private final PostViews views;

  PinnedPosts(
      PostCommands commands,
      AuthorAccess authorAccess,
      PostVisibility postVisibility,
      PostViews views) {
    this.commands = commands;
    this.authorAccess = authorAccess;
    this.postVisibility = postVisibility;
    this.views = views;
  }

  @PostMapping("/pin")
  Status pinPost(@PathVariable PostId id, Viewer viewer, CommandContext context)
      throws InterruptedException {
    AccountId author = authorAccess.require(viewer, "write:accounts");
    PostRow post = postVisibility.require(id, author);
    var pin = new Pin(author, PostVisibility.target(post));
    Replies.state(commands.ask(author, pin, context), Problems::of);
    return views.of(post, author);
  }

  @PostMapping("/unpin")
  Status unpinPost(@PathVariable PostId id, Viewer viewer, CommandContext context)
      throws InterruptedException {
    AccountId author = authorAccess.require(viewer, "write:accounts");
    PostRow post = postVisibility.require(id, author);
    Replies.state(commands.ask(author, new Unpin(post.id()), context), Problems::of);
    return views.of(post, author);
  }
}
