package isegoria.timeline.feed.read;

import java.util.Comparator;
import java.util.List;

/**
 * One post or one boost, as feeds need it: who put it there and what decides who sees it.
 *
 * <p>It exists so that a feed can be decided without looking up a single post.
 *
 * @param id of the post or the boost; ids are in order of time
 * @param actorId who wrote the post, or who boosted
 * @param originalId the boosted post; 0 for a post
 * @param originalAuthorId who wrote the boosted post; 0 for a post
 * @param inReplyToAccountId whose post it answers; {@link #NO_ACCOUNT} when it answers none
 * @param language as the author said it; empty when not said, and for boosts
 * @param hasMedia whether something is attached
 * @param mentionedIds whom it addresses; kept for direct and private posts only
 */
public record FeedEntry(
    long id,
    long actorId,
    long originalId,
    long originalAuthorId,
    long inReplyToAccountId,
    Visibility visibility,
    String language,
    boolean hasMedia,
    List<Long> mentionedIds) {

  /** No account: not a reply. */
  public static final long NO_ACCOUNT = 0;

  /** An account whose id is not known: the author of a post that was answered. */
  public static final long UNKNOWN_ACCOUNT = -1;

  /** The order of every feed. */
  public static final Comparator<FeedEntry> NEWEST_FIRST =
      Comparator.comparingLong(FeedEntry::id).reversed();

  public FeedEntry {
    mentionedIds = List.copyOf(mentionedIds);
  }

  public static FeedEntry post(
      long id, long authorId, long inReplyToAccountId, Visibility visibility, String language) {
    return new FeedEntry(
        id, authorId, 0, 0, inReplyToAccountId, visibility, language, false, List.of());
  }

  public static FeedEntry boost(
      long id, long actorId, long originalId, long originalAuthorId, Visibility visibility) {
    return new FeedEntry(
        id, actorId, originalId, originalAuthorId, NO_ACCOUNT, visibility, "", false, List.of());
  }

  public boolean isBoost() {
    return originalId != 0;
  }

  /** The post that is shown: the boosted one, or this one. */
  public long shownId() {
    return isBoost() ? originalId : id;
  }

  /** Who wrote what is shown. */
  public long shownAuthorId() {
    return isBoost() ? originalAuthorId : actorId;
  }

  /** Whether it answers another account's post; threads with oneself are not replies in feeds. */
  public boolean isReplyToOther() {
    return inReplyToAccountId != NO_ACCOUNT && inReplyToAccountId != actorId;
  }

  public boolean addresses(long accountId) {
    return mentionedIds.contains(accountId);
  }
}
