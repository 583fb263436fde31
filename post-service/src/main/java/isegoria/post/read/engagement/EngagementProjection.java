package isegoria.post.read.engagement;

import static isegoria.post.read.engagement.MarkKind.BOOKMARK;
import static isegoria.post.read.engagement.MarkKind.BOOST;
import static isegoria.post.read.engagement.MarkKind.FAVOURITE;

import isegoria.events.PostId;
import isegoria.post.read.RowWrite;
import isegoria.post.read.RowWrite.PutBoost;
import isegoria.post.read.RowWrite.PutEngagement;
import isegoria.post.read.RowWrite.PutMark;
import isegoria.post.read.RowWrite.RemoveBoost;
import isegoria.post.read.RowWrite.RemoveMark;
import isegoria.post.write.engagement.Boosting;
import isegoria.post.write.engagement.Engagement;
import isegoria.post.write.engagement.Engagement.Engaged;
import isegoria.post.write.engagement.Engagement.Untouched;
import isegoria.post.write.engagement.EngagementEvent;
import isegoria.post.write.engagement.EngagementEvent.ConversationMuted;
import isegoria.post.write.engagement.EngagementEvent.ConversationUnmuted;
import isegoria.post.write.engagement.EngagementEvent.PostBookmarked;
import isegoria.post.write.engagement.EngagementEvent.PostBoosted;
import isegoria.post.write.engagement.EngagementEvent.PostFavourited;
import isegoria.post.write.engagement.EngagementEvent.PostUnbookmarked;
import isegoria.post.write.engagement.EngagementEvent.PostUnboosted;
import isegoria.post.write.engagement.EngagementEvent.PostUnfavourited;
import java.util.ArrayList;
import java.util.List;

/** The rows of an engagement: its whole state in one, and one per list that an act stands in. */
public final class EngagementProjection {

  private EngagementProjection() {}

  public static List<RowWrite> rows(Engagement after, List<EngagementEvent> events) {
    return switch (after) {
      case Untouched _ -> List.of();
      case Engaged engaged -> {
        var rows = new ArrayList<RowWrite>();
        rows.add(new PutEngagement(row(engaged)));
        events.forEach(event -> rows.addAll(rows(engaged, event)));
        yield List.copyOf(rows);
      }
    };
  }

  /** What its actor sees. */
  public static EngagementRow row(Engaged engaged) {
    var boost = engaged.boost();
    return new EngagementRow(
        engaged.actor(),
        engaged.post(),
        engaged.favourite() != null,
        engaged.bookmark() != null,
        boost == null ? null : boost.mark().id(),
        engaged.conversationMutedAt() != null);
  }

  private static List<RowWrite> rows(Engaged of, EngagementEvent event) {
    return switch (event) {
      case PostFavourited e -> List.of(put(FAVOURITE, e.mark().id(), of));
      case PostUnfavourited e -> List.of(remove(FAVOURITE, e.mark().id(), of));
      case PostBoosted e -> {
        PostId boost = e.boost().mark().id();
        var row = new PutBoost(boost(of, e.boost()));
        // Who boosted is listed to everybody, so a boost for followers stands in no list.
        yield e.boost().visibility().isOpen() ? List.of(put(BOOST, boost, of), row) : List.of(row);
      }
      case PostUnboosted e -> {
        PostId boost = e.boost().mark().id();
        yield List.of(remove(BOOST, boost, of), new RemoveBoost(boost));
      }
      case PostBookmarked e -> List.of(put(BOOKMARK, e.mark().id(), of));
      case PostUnbookmarked e -> List.of(remove(BOOKMARK, e.mark().id(), of));
      case ConversationMuted _ -> List.of();
      case ConversationUnmuted _ -> List.of();
    };
  }

  /** A boost as it is shown. */
  public static BoostRow boost(Engaged of, Boosting boost) {
    return new BoostRow(
        boost.mark().id(), of.actor(), of.post(), boost.visibility(), boost.mark().at());
  }

  private static RowWrite put(MarkKind kind, PostId mark, Engaged of) {
    return new PutMark(kind, mark, of.post(), of.actor());
  }

  private static RowWrite remove(MarkKind kind, PostId mark, Engaged of) {
    return new RemoveMark(kind, mark, of.post(), of.actor());
  }
}
