package isegoria.post.policy;

import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.post.read.engagement.EngagementRow;
import isegoria.post.write.engagement.EngagementCommand;
import isegoria.post.write.engagement.EngagementCommand.Unbookmark;
import isegoria.post.write.engagement.EngagementCommand.Unboost;
import isegoria.post.write.engagement.EngagementCommand.Unfavourite;
import isegoria.post.write.engagement.EngagementCommand.UnmuteConversation;
import isegoria.post.write.pins.PinsCommand;
import isegoria.post.write.pins.PinsCommand.Unpin;
import isegoria.post.write.post.PostCommand;
import isegoria.post.write.post.PostCommand.Erase;
import java.util.ArrayList;
import java.util.List;

/**
 * A person who goes takes along what they said and what they did with what others said. Each
 * command has an identity of its own, so that starting again after a crash asks for nothing twice.
 */
public final class WhenAccountErasedThenEraseItsPosts {

  private WhenAccountErasedThenEraseItsPosts() {}

  /** Something to ask because of the erasure. */
  public sealed interface Step {

    PostId post();

    String commandId();

    /** One post goes. */
    record OfPost(PostId post, String commandId, PostCommand command) implements Step {}

    /** One act is taken back. */
    record OfEngagement(PostId post, String commandId, EngagementCommand command) implements Step {}

    /** One post is pinned no more. */
    record OfPins(PostId post, String commandId, PinsCommand command) implements Step {}
  }

  public static List<Step> steps(
      AccountId account, List<PostId> posts, List<EngagementRow> engagements, List<PostId> pins) {
    var steps = new ArrayList<Step>();
    pins.forEach(pin -> steps.add(new Step.OfPins(pin, id(account, pin, "pin"), new Unpin(pin))));
    posts.forEach(post -> steps.add(new Step.OfPost(post, id(account, post, ""), new Erase())));
    engagements.forEach(row -> steps.addAll(of(account, row)));
    return List.copyOf(steps);
  }

  private static List<Step> of(AccountId account, EngagementRow row) {
    var steps = new ArrayList<Step>();
    if (row.favourited()) {
      steps.add(step(account, row, "favourite", new Unfavourite()));
    }
    if (row.bookmarked()) {
      steps.add(step(account, row, "bookmark", new Unbookmark()));
    }
    if (row.boost() != null) {
      steps.add(step(account, row, "boost", new Unboost()));
    }
    if (row.conversationMuted()) {
      steps.add(step(account, row, "mute", new UnmuteConversation()));
    }
    return steps;
  }

  private static Step step(
      AccountId account, EngagementRow row, String what, EngagementCommand command) {
    return new Step.OfEngagement(row.post(), id(account, row.post(), what), command);
  }

  private static String id(AccountId account, PostId post, String what) {
    return "erase/" + account + "/" + post + "/" + what;
  }
}
