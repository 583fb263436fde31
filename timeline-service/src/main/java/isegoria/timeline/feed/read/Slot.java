package isegoria.timeline.feed.read;

/**
 * One place on a page: what is to be loaded and shown there.
 *
 * @param id by which the place is known to clients: the post's, or the boost's
 * @param boosterId who boosts; {@link FeedEntry#NO_ACCOUNT} for a post itself
 * @param boostVisibility of the boost; of no meaning for a post
 */
public record Slot(long id, long postId, long boosterId, Visibility boostVisibility) {

  public static Slot of(FeedEntry entry) {
    return entry.isBoost()
        ? new Slot(entry.id(), entry.originalId(), entry.actorId(), entry.visibility())
        : ofPost(entry.id());
  }

  public static Slot ofPost(long postId) {
    return new Slot(postId, postId, FeedEntry.NO_ACCOUNT, Visibility.PUBLIC);
  }

  public boolean isBoost() {
    return boosterId != FeedEntry.NO_ACCOUNT;
  }
}
