package isegoria.events;

import static isegoria.events.Topic.Access.INTERNAL;
import static isegoria.events.Topic.Access.OPEN;
import static isegoria.events.Topic.Access.RESTRICTED;
import static isegoria.events.Topic.Cleanup.COMPACT;
import static isegoria.events.Topic.Cleanup.DELETE;
import static isegoria.events.Topic.FOREVER;

import isegoria.events.account.AccountCounts;
import isegoria.events.account.AccountEvent;
import isegoria.events.account.AccountPrivateEvent;
import isegoria.events.account.AccountState;
import isegoria.events.account.FiltersState;
import isegoria.events.account.FollowedTagsState;
import isegoria.events.account.ListsState;
import isegoria.events.account.MarkersState;
import isegoria.events.account.RelationshipState;
import isegoria.events.moderation.Enforcement;
import isegoria.events.moderation.ModerationEvent;
import isegoria.events.moderation.ModerationPrivateEvent;
import isegoria.events.moderation.ModerationState;
import isegoria.events.post.PostCounts;
import isegoria.events.post.PostEvent;
import isegoria.events.post.PostPrivateEvent;
import isegoria.events.post.PostPrivateState;
import isegoria.events.post.PostState;
import isegoria.events.timeline.TimelinePrivateEvent;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The typed registry of topics: every topic of the platform, in one list.
 *
 * <p>Topics are created, guarded and documented from here, so a topic that is not here does not
 * exist.
 */
public final class Topics {

  /** Reply partitions per service: how many instances of one service may ask at once. */
  public static final int REPLY_PARTITIONS = 16;

  public static final Topic ACCOUNT_COMMANDS = internal("account.commands.v1", "account");
  public static final Topic ACCOUNT_DEAD_LETTERS = internal("account.commands.v1.dead", "account");
  public static final Topic ACCOUNT_OUTCOMES = internal("account.outcomes.v1", "account");
  public static final Topic ACCOUNT_REPLIES = replies("account.replies.v1", "account");
  public static final Topic ACCOUNT_EVENTS =
      facts("account.events.v1", "account", OPEN, AccountEvent.getClassSchema());
  public static final Topic ACCOUNT_PRIVATE_EVENTS =
      facts(
          "account.private-events.v1", "account", RESTRICTED, AccountPrivateEvent.getClassSchema());
  public static final Topic ACCOUNT_STATES =
      states("account.states.v1", "account", OPEN, AccountState.getClassSchema());
  public static final Topic ACCOUNT_PRIVATE_STATES =
      states(
          "account.private-states.v1", "account", RESTRICTED, RelationshipState.getClassSchema());
  public static final Topic ACCOUNT_FOLLOWED_TAGS =
      states("account.followed-tags.v1", "account", RESTRICTED, FollowedTagsState.getClassSchema());
  public static final Topic ACCOUNT_LISTS =
      states("account.lists.v1", "account", RESTRICTED, ListsState.getClassSchema());
  public static final Topic ACCOUNT_FILTERS =
      states("account.filters.v1", "account", RESTRICTED, FiltersState.getClassSchema());
  public static final Topic ACCOUNT_MARKERS =
      states("account.markers.v1", "account", RESTRICTED, MarkersState.getClassSchema());
  public static final Topic ACCOUNT_COUNTS =
      states("account.counts.v1", "account", OPEN, AccountCounts.getClassSchema());
  public static final Topic ACCOUNT_REVOCATIONS = internal("account.revocations.v1", "account");
  public static final Topic ACCOUNT_PROGRESS = progress("account.progress.v1", "account");

  public static final Topic POST_COMMANDS = internal("post.commands.v1", "post");
  public static final Topic POST_DEAD_LETTERS = internal("post.commands.v1.dead", "post");
  public static final Topic POST_OUTCOMES = internal("post.outcomes.v1", "post");
  public static final Topic POST_REPLIES = replies("post.replies.v1", "post");
  public static final Topic POST_EVENTS =
      facts("post.events.v1", "post", OPEN, PostEvent.getClassSchema());
  public static final Topic POST_PRIVATE_EVENTS =
      facts("post.private-events.v1", "post", RESTRICTED, PostPrivateEvent.getClassSchema());
  public static final Topic POST_STATES =
      states("post.states.v1", "post", OPEN, PostState.getClassSchema());
  public static final Topic POST_PRIVATE_STATES =
      states("post.private-states.v1", "post", RESTRICTED, PostPrivateState.getClassSchema());
  public static final Topic POST_COUNTS =
      states("post.counts.v1", "post", OPEN, PostCounts.getClassSchema());
  public static final Topic POST_PROGRESS = progress("post.progress.v1", "post");

  public static final Topic MODERATION_COMMANDS = internal("moderation.commands.v1", "moderation");
  public static final Topic MODERATION_DEAD_LETTERS =
      internal("moderation.commands.v1.dead", "moderation");
  public static final Topic MODERATION_OUTCOMES = internal("moderation.outcomes.v1", "moderation");
  public static final Topic MODERATION_REPLIES = replies("moderation.replies.v1", "moderation");
  public static final Topic MODERATION_EVENTS =
      facts("moderation.events.v1", "moderation", OPEN, ModerationEvent.getClassSchema());
  public static final Topic MODERATION_PRIVATE_EVENTS =
      facts(
          "moderation.private-events.v1",
          "moderation",
          RESTRICTED,
          ModerationPrivateEvent.getClassSchema());
  public static final Topic MODERATION_STATES =
      states("moderation.states.v1", "moderation", RESTRICTED, ModerationState.getClassSchema());
  public static final Topic MODERATION_ENFORCEMENT =
      states("moderation.enforcement.v1", "moderation", RESTRICTED, Enforcement.getClassSchema());
  public static final Topic MODERATION_PROGRESS = progress("moderation.progress.v1", "moderation");

  public static final Topic TIMELINE_COMMANDS = internal("timeline.commands.v1", "timeline");
  public static final Topic TIMELINE_DEAD_LETTERS =
      internal("timeline.commands.v1.dead", "timeline");
  public static final Topic TIMELINE_OUTCOMES = internal("timeline.outcomes.v1", "timeline");
  public static final Topic TIMELINE_REPLIES = replies("timeline.replies.v1", "timeline");
  public static final Topic TIMELINE_PRIVATE_EVENTS =
      facts(
          "timeline.private-events.v1",
          "timeline",
          RESTRICTED,
          TimelinePrivateEvent.getClassSchema());

  /** One partition, one copy: every instance reads all of it into memory, in one order. */
  public static final Topic TIMELINE_FEED_POSTS =
      new Topic("timeline.feed-posts.v2", "timeline", INTERNAL, DELETE, FOREVER, 1, null);

  public static final Topic TIMELINE_HOME_SNAPSHOTS =
      new Topic("timeline.home-snapshots.v1", "timeline", INTERNAL, COMPACT, FOREVER, 0, null);
  public static final Topic TIMELINE_PROGRESS = progress("timeline.progress.v1", "timeline");

  private static final List<Topic> ALL =
      List.of(
          ACCOUNT_COMMANDS,
          ACCOUNT_DEAD_LETTERS,
          ACCOUNT_OUTCOMES,
          ACCOUNT_REPLIES,
          ACCOUNT_EVENTS,
          ACCOUNT_PRIVATE_EVENTS,
          ACCOUNT_STATES,
          ACCOUNT_PRIVATE_STATES,
          ACCOUNT_FOLLOWED_TAGS,
          ACCOUNT_LISTS,
          ACCOUNT_FILTERS,
          ACCOUNT_MARKERS,
          ACCOUNT_COUNTS,
          ACCOUNT_REVOCATIONS,
          ACCOUNT_PROGRESS,
          POST_COMMANDS,
          POST_DEAD_LETTERS,
          POST_OUTCOMES,
          POST_REPLIES,
          POST_EVENTS,
          POST_PRIVATE_EVENTS,
          POST_STATES,
          POST_PRIVATE_STATES,
          POST_COUNTS,
          POST_PROGRESS,
          MODERATION_COMMANDS,
          MODERATION_DEAD_LETTERS,
          MODERATION_OUTCOMES,
          MODERATION_REPLIES,
          MODERATION_EVENTS,
          MODERATION_PRIVATE_EVENTS,
          MODERATION_STATES,
          MODERATION_ENFORCEMENT,
          MODERATION_PROGRESS,
          TIMELINE_COMMANDS,
          TIMELINE_DEAD_LETTERS,
          TIMELINE_OUTCOMES,
          TIMELINE_REPLIES,
          TIMELINE_PRIVATE_EVENTS,
          TIMELINE_FEED_POSTS,
          TIMELINE_HOME_SNAPSHOTS,
          TIMELINE_PROGRESS);

  private Topics() {}

  public static List<Topic> all() {
    return ALL;
  }

  /** The topic of that name; throws {@code IllegalArgumentException} when there is none. */
  public static Topic named(String name) {
    for (Topic topic : ALL) {
      if (topic.name().equals(name)) {
        return topic;
      }
    }
    throw new IllegalArgumentException("topic: " + name + " (expected: one of " + ALL + ")");
  }

  private static Topic internal(String name, String service) {
    return new Topic(name, service, INTERNAL, DELETE, 1, 0, null);
  }

  private static Topic replies(String name, String service) {
    return new Topic(name, service, INTERNAL, DELETE, 1, REPLY_PARTITIONS, null);
  }

  private static Topic progress(String name, String service) {
    return new Topic(name, service, INTERNAL, COMPACT, FOREVER, 1, null);
  }

  private static Topic facts(
      String name, String service, Topic.Access access, @Nullable Schema schema) {
    return new Topic(name, service, access, DELETE, FOREVER, 0, schema);
  }

  private static Topic states(
      String name, String service, Topic.Access access, @Nullable Schema schema) {
    return new Topic(name, service, access, COMPACT, FOREVER, 0, schema);
  }
}
