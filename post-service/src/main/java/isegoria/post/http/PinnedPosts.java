package isegoria.post.http;

import isegoria.api.entity.Status;
import isegoria.edge.Answers;
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
  private final Writers writers;
  private final Sightings sightings;
  private final PostViews views;

  PinnedPosts(PostCommands commands, Writers writers, Sightings sightings, PostViews views) {
    this.commands = commands;
    this.writers = writers;
    this.sightings = sightings;
    this.views = views;
  }

  @PostMapping("/pin")
  Status pinPost(@PathVariable PostId id, Viewer viewer, CommandContext context)
      throws InterruptedException {
    AccountId author = writers.require(viewer, "write:accounts");
    PostRow post = sightings.require(id, author);
    var pin = new Pin(author, Sightings.target(post));
    Answers.state(commands.ask(author, pin, context), Problems::of);
    return views.of(post, author);
  }

  @PostMapping("/unpin")
  Status unpinPost(@PathVariable PostId id, Viewer viewer, CommandContext context)
      throws InterruptedException {
    AccountId author = writers.require(viewer, "write:accounts");
    PostRow post = sightings.require(id, author);
    Answers.state(commands.ask(author, new Unpin(post.id()), context), Problems::of);
    return views.of(post, author);
  }
}
