package isegoria.post.http;

import isegoria.api.entity.Status;
import isegoria.edge.Replies;
import isegoria.edge.Viewer;
import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.eventsourcing.ask.CommandContext;
import isegoria.post.kafka.PostCommands;
import isegoria.post.read.post.PostRow;
import isegoria.post.write.Target;
import isegoria.post.write.Visibility;
import isegoria.post.write.engagement.EngagementCommand.MuteConversation;
import isegoria.post.write.engagement.EngagementCommand.UnmuteConversation;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Muted threads: asked of any post of the thread, kept at its first. */
@RestController
@RequestMapping("/api/v1/statuses/{id}")
class MutedThreads {

  private final PostCommands commands;
  private final AuthorAccess authorAccess;
  private final PostVisibility postVisibility;
  private final PostViews views;

  MutedThreads(
      PostCommands commands,
      AuthorAccess authorAccess,
      PostVisibility postVisibility,
      PostViews views) {
    this.commands = commands;
    this.authorAccess = authorAccess;
    this.postVisibility = postVisibility;
    this.views = views;
  }

  @PostMapping("/mute")
  Status muteThread(@PathVariable PostId id, Viewer viewer, CommandContext context)
      throws InterruptedException {
    AccountId actor = authorAccess.require(viewer, "write:mutes");
    PostRow post = postVisibility.require(id, actor);
    var mute = new MuteConversation(actor, first(post, actor), context.occurredAt());
    Replies.state(commands.ask(actor, post.conversation(), mute, context), Problems::of);
    return views.of(post, actor);
  }

  @PostMapping("/unmute")
  Status unmuteThread(@PathVariable PostId id, Viewer viewer, CommandContext context)
      throws InterruptedException {
    AccountId actor = authorAccess.require(viewer, "write:mutes");
    PostRow post = postVisibility.require(id, actor);
    Replies.state(
        commands.ask(actor, post.conversation(), new UnmuteConversation(), context), Problems::of);
    return views.of(post, actor);
  }

  /**
   * The thread's first post; where it is gone or out of sight, what is known of it from the one at
   * hand, and taken for no open post: nothing about it may come to everybody's notice.
   */
  private Target first(PostRow post, AccountId actor) {
    return postVisibility
        .find(post.conversation(), actor)
        .map(PostVisibility::target)
        .orElse(
            new Target(
                post.conversation(),
                post.author(),
                Visibility.PRIVATE,
                post.conversation(),
                Target.Reach.VISIBLE));
  }
}
