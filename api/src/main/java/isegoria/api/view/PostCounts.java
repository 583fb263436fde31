package isegoria.api.view;

/** What was counted of a post; it may lag its facts by a second. */
public record PostCounts(long favourites, long boosts, long replies) {

  public static final PostCounts NONE = new PostCounts(0, 0, 0);
}
