package isegoria.post.kafka;

import isegoria.events.AccountId;
import isegoria.events.Partitioning;
import isegoria.events.PostId;
import isegoria.events.Topics;
import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.DueRule;
import isegoria.eventsourcing.OnErasure;
import isegoria.eventsourcing.Policy;
import isegoria.eventsourcing.ask.CommandContext;
import isegoria.eventsourcing.ask.Commands;
import isegoria.eventsourcing.kafka.ServiceTopics;
import isegoria.eventsourcing.wire.Reply;
import isegoria.post.write.Visibility;
import isegoria.post.write.engagement.Engagement;
import isegoria.post.write.engagement.EngagementCommand;
import isegoria.post.write.engagement.EngagementDecider;
import isegoria.post.write.engagement.EngagementEvent;
import isegoria.post.write.engagement.EngagementFacts;
import isegoria.post.write.engagement.EngagementRejection;
import isegoria.post.write.pins.Pins;
import isegoria.post.write.pins.PinsCommand;
import isegoria.post.write.pins.PinsDecider;
import isegoria.post.write.pins.PinsEvent;
import isegoria.post.write.pins.PinsRejection;
import isegoria.post.write.post.Placement;
import isegoria.post.write.post.Post;
import isegoria.post.write.post.PostCommand;
import isegoria.post.write.post.PostDecider;
import isegoria.post.write.post.PostEvent;
import isegoria.post.write.post.PostRejection;
import java.util.List;

/** The kinds of aggregates of this service, and how each is asked. */
public final class PostCommands {

  /** What this service's decider reads and writes. */
  public static final ServiceTopics TOPICS =
      new ServiceTopics(
          "post",
          Topics.POST_COMMANDS,
          Topics.POST_DEAD_LETTERS,
          Topics.POST_OUTCOMES,
          Topics.POST_REPLIES,
          Topics.POST_PROGRESS,
          List.of(
              Topics.POST_EVENTS,
              Topics.POST_PRIVATE_EVENTS,
              Topics.POST_STATES,
              Topics.POST_PRIVATE_STATES));

  private final Aggregates aggregates;
  private final Commands commands;

  public PostCommands(Aggregates aggregates, Commands commands) {
    this.aggregates = aggregates;
    this.commands = commands;
  }

  /** The three kinds, as the runtime knows them. */
  public record Aggregates(
      AggregateType<PostCommand, Post, PostEvent, PostRejection> post,
      AggregateType<EngagementCommand, Engagement, EngagementEvent, EngagementRejection> engagement,
      AggregateType<PinsCommand, Pins, PinsEvent, PinsRejection> pins) {

    public static Aggregates with(WordsHash hash) {
      return new Aggregates(
          new AggregateType<>(
              "post",
              PostDecider.POST,
              PostCommand.class,
              Post.class,
              PostEvent.class,
              PostRejection.class,
              new PostCodec(hash),
              DueRule.nothing(),
              Policy.none(),
              OnErasure.erase(new PostCommand.Erase(), Aggregates::deletedPost)),
          new AggregateType<>(
              "engagement",
              EngagementDecider.ENGAGEMENT,
              EngagementCommand.class,
              Engagement.class,
              EngagementEvent.class,
              EngagementRejection.class,
              new EngagementCodec(),
              DueRule.nothing(),
              Policy.none(),
              (key, engagement) -> EngagementFacts.of(engagement),
              OnErasure.erase(new EngagementCommand.Erase(), Aggregates::bareEngagement)),
          new AggregateType<>(
              "pins",
              PinsDecider.PINS,
              PinsCommand.class,
              Pins.class,
              PinsEvent.class,
              PinsRejection.class,
              new PinsCodec(),
              DueRule.nothing(),
              Policy.none(),
              OnErasure.erase(new PinsCommand.Erase(), Aggregates::noPins)));
    }

    /** Where it stood is not known: for whom it was, in answer to what. */
    private static Post deletedPost(String key) {
      PostId id = postOf(key);
      var placement = new Placement(Visibility.DIRECT, null, id);
      return new Post.Deleted(id, ownerOf(key), placement);
    }

    private static Engagement bareEngagement(String key) {
      PostId post = postOf(key);
      AccountId actor = ownerOf(key);
      return new Engagement.Engaged(
          actor, post, actor, Visibility.DIRECT, post, null, null, null, null);
    }

    private static Pins noPins(String key) {
      return new Pins.Pinned(ownerOf(key), List.of());
    }

    private static AccountId ownerOf(String key) {
      return AccountId.of(Partitioning.ownerOf(key));
    }

    /** The post that the key of a post or of an engagement ends with. */
    private static PostId postOf(String key) {
      return PostId.of(key.substring(key.lastIndexOf('/') + 1));
    }

    public List<AggregateType<?, ?, ?, ?>> all() {
      return List.of(post, engagement, pins);
    }
  }

  public Reply<Post, PostEvent, PostRejection> ask(
      AccountId author, PostId post, PostCommand command, CommandContext context)
      throws InterruptedException {
    String key = Partitioning.key(author.toString(), "post/" + post);
    return commands.ask(aggregates.post(), key, command, context);
  }

  public Reply<Engagement, EngagementEvent, EngagementRejection> ask(
      AccountId actor, PostId post, EngagementCommand command, CommandContext context)
      throws InterruptedException {
    String key = Partitioning.key(actor.toString(), "engagement/" + post);
    return commands.ask(aggregates.engagement(), key, command, context);
  }

  public Reply<Pins, PinsEvent, PinsRejection> ask(
      AccountId author, PinsCommand command, CommandContext context) throws InterruptedException {
    String key = Partitioning.key(author.toString(), "pins");
    return commands.ask(aggregates.pins(), key, command, context);
  }
}
