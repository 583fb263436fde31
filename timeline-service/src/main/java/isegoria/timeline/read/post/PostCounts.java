package isegoria.timeline.read.post;

/** What a post has gathered. */
public record PostCounts(long favourites, long boosts, long replies) {

  public static final PostCounts NONE = new PostCounts(0, 0, 0);
}
