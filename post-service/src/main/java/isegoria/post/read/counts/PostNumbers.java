package isegoria.post.read.counts;

/** What a post has gathered. */
public record PostNumbers(long favourites, long boosts, long replies) {

  public static final PostNumbers NONE = new PostNumbers(0, 0, 0);
}
