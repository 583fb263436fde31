package isegoria.timeline.feed.read;

/** Who may see a post, wherever it is shown. Pure; the order of the rules does not matter. */
public final class VisibilityRules {

  private VisibilityRules() {}

  /** Whether the post, original or boosted, is for this reader at all. */
  public static boolean maySee(FeedEntry post, Reader reader) {
    if (post.actorId() == reader.id()) {
      return true;
    }
    if (reader.isBlockedFrom(post.actorId())) {
      return false;
    }
    return switch (post.visibility()) {
      case PUBLIC, UNLISTED -> true;
      case PRIVATE -> reader.follows(post.actorId()) || post.addresses(reader.id());
      case DIRECT -> post.addresses(reader.id());
    };
  }
}
