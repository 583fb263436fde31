package isegoria.post.read.counts;

/**
 * A count in the making: of a post, or of an account's posts. Facts add and take away; since a
 * decider records each like and each of its ends once, the sum is exact.
 *
 * @param lastPostAtMicros of an account's newest post, µs since 1970; 0: none
 * @param gone whether the post is deleted: its count ends, whatever late facts say
 */
public record Counts(
    long favourites, long boosts, long replies, long posts, long lastPostAtMicros, boolean gone) {

  public static final Counts NONE = new Counts(0, 0, 0, 0, 0, false);

  public static final Counts FAVOURITE = new Counts(1, 0, 0, 0, 0, false);
  public static final Counts UNFAVOURITE = new Counts(-1, 0, 0, 0, 0, false);
  public static final Counts BOOST = new Counts(0, 1, 0, 0, 0, false);
  public static final Counts UNBOOST = new Counts(0, -1, 0, 0, 0, false);
  public static final Counts REPLY = new Counts(0, 0, 1, 0, 0, false);
  public static final Counts UNREPLY = new Counts(0, 0, -1, 0, 0, false);
  public static final Counts UNPOST = new Counts(0, 0, 0, -1, 0, false);
  public static final Counts END = new Counts(0, 0, 0, 0, 0, true);

  public static Counts post(long atMicros) {
    return new Counts(0, 0, 0, 1, atMicros, false);
  }

  public Counts plus(Counts change) {
    return new Counts(
        favourites + change.favourites,
        boosts + change.boosts,
        replies + change.replies,
        posts + change.posts,
        Math.max(lastPostAtMicros, change.lastPostAtMicros),
        gone || change.gone);
  }
}
