package isegoria.post.write.engagement;

import isegoria.post.write.Target;
import isegoria.post.write.engagement.Engagement.Engaged;
import isegoria.post.write.engagement.Engagement.Untouched;
import isegoria.post.write.engagement.EngagementEvent.ConversationMuted;
import isegoria.post.write.engagement.EngagementEvent.PostBookmarked;
import isegoria.post.write.engagement.EngagementEvent.PostBoosted;
import isegoria.post.write.engagement.EngagementEvent.PostFavourited;
import java.util.ArrayList;
import java.util.List;

/** The facts that alone lead to an engagement: a rebuild makes its rows of them. */
public final class EngagementFacts {

  private EngagementFacts() {}

  public static List<EngagementEvent> of(Engagement engagement) {
    return switch (engagement) {
      case Untouched _ -> List.of();
      case Engaged engaged -> of(engaged);
    };
  }

  private static List<EngagementEvent> of(Engaged of) {
    // An account that marked the post could see it.
    var target =
        new Target(
            of.post(), of.author(), of.visibility(), of.conversation(), Target.Reach.VISIBLE);
    List<EngagementEvent> facts = new ArrayList<>();
    if (of.favourite() != null) {
      facts.add(new PostFavourited(of.actor(), target, of.favourite()));
    }
    if (of.boost() != null) {
      facts.add(new PostBoosted(of.actor(), target, of.boost()));
    }
    if (of.bookmark() != null) {
      facts.add(new PostBookmarked(of.actor(), target, of.bookmark()));
    }
    if (of.conversationMutedAt() != null) {
      facts.add(new ConversationMuted(of.actor(), target, of.conversationMutedAt()));
    }
    return facts;
  }
}
