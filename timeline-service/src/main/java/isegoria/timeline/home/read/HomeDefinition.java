package isegoria.timeline.home.read;

import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.Reader;
import isegoria.timeline.feed.read.Restrictions;
import isegoria.timeline.feed.read.VisibilityRules;
import java.util.List;

/**
 * What a home feed is, and the feed of a list, whose {@link Reader} has fewer authors and a reply
 * rule of its own. Everything else in this service caches this.
 *
 * <p>Two steps. First every entry that stands for itself: by the reader or by an account followed
 * now, for the reader's eyes, not hidden, not sanctioned; these are the candidates. Then, over the
 * candidates newest first, a boost is left out when what it shows is shown by one of the next older
 * ones. The count of those goes over candidates, so it does not depend on what the same rule leaves
 * out among them, nor on where a page begins.
 */
public final class HomeDefinition {

  /** Candidates after a boost that may not show the same post: what a reader still remembers. */
  public static final int BOOST_WINDOW_ENTRIES = 40;

  private HomeDefinition() {}

  /** Whether the entry belongs to the reader's home, boosts not yet thinned out. */
  public static boolean isCandidate(FeedEntry entry, Reader reader, Restrictions restrictions) {
    if (restrictions.forbids(entry) || reader.hides(entry.shownAuthorId())) {
      return false;
    }
    if (entry.actorId() == reader.id()) {
      return reader.showsOwn();
    }
    if (!reader.follows(entry.actorId())) {
      return false;
    }
    return entry.isBoost()
        ? reader.showsBoostsOf(entry.actorId()) && !reader.hides(entry.actorId())
        : isShownPost(entry, reader);
  }

  private static boolean isShownPost(FeedEntry post, Reader reader) {
    return reader.showsLanguageOf(post.actorId(), post.language())
        && VisibilityRules.maySee(post, reader)
        && isShownReply(post, reader);
  }

  private static boolean isShownReply(FeedEntry post, Reader reader) {
    return !post.isReplyToOther()
        || post.inReplyToAccountId() == reader.id()
        || reader.showsRepliesTo(post.inReplyToAccountId());
  }

  /**
   * Whether the candidate is left out because an older neighbour shows the same post.
   *
   * @param newestFirst candidates, with at least {@link #BOOST_WINDOW_ENTRIES} after {@code at}, or
   *     all there are
   */
  static boolean isRepetition(List<FeedEntry> newestFirst, int at) {
    FeedEntry entry = newestFirst.get(at);
    if (!entry.isBoost()) {
      return false;
    }
    int end = Math.min(newestFirst.size(), at + 1 + BOOST_WINDOW_ENTRIES);
    for (int i = at + 1; i < end; i++) {
      if (newestFirst.get(i).shownId() == entry.shownId()) {
        return true;
      }
    }
    return false;
  }
}
