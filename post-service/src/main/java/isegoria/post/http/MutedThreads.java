package isegoria.post.http;

import isegoria.api.entity.Status;
import isegoria.edge.Answers;
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
  private final Writers writers;
  private final Sightings sightings;
  private final PostViews views;

  MutedThreads(PostCommands commands, Writers writers, Sightings sightings, PostViews views) {
    this.commands = commands;
    this.writers = writers;
    this.sightings = sightings;
    this.views = views;
  }

  @PostMapping("/mute")
  Status muteThread(@PathVariable PostId id, Viewer viewer, CommandContext context)
      throws InterruptedException {
    AccountId actor = writers.require(viewer, "write:mutes");
    PostRow post = sightings.require(id, actor);
    var mute = new MuteConversation(actor, first(post, actor), context.occurredAt());
    Answers.state(commands.ask(actor, post.conversation(), mute, context), Problems::of);
    return views.of(post, actor);
  }

  @PostMapping("/unmute")
  Status unmuteThread(@PathVariable PostId id, Viewer viewer, CommandContext context)
      throws InterruptedException {
    AccountId actor = writers.require(viewer, "write:mutes");
    PostRow post = sightings.require(id, actor);
    Answers.state(
        commands.ask(actor, post.conversation(), new UnmuteConversation(), context), Problems::of);
    return views.of(post, actor);
  }

  /**
   * The thread's first post; where it is gone or out of sight, what is known of it from the one at
   * hand, and taken for no open post: nothing about it may come to everybody's notice.
   */
  private Target first(PostRow post, AccountId actor) {
    return sightings
        .find(post.conversation(), actor)
        .map(Sightings::target)
        .orElse(
            new Target(
                post.conversation(),
                post.author(),
                Visibility.PRIVATE,
                post.conversation(),
                Target.Reach.VISIBLE));
  }
}
