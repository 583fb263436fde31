package isegoria.post.read.counts;

/**
 * A count of a post in the making. Facts add and take away; since a decider records each like and
 * each of its ends once, the sum is exact.
 *
 * @param gone whether the post is deleted: its count ends, whatever late facts say
 */
public record Counts(long favourites, long boosts, long replies, boolean gone) {

  public static final Counts NONE = new Counts(0, 0, 0, false);

  public static final Counts FAVOURITE = new Counts(1, 0, 0, false);
  public static final Counts UNFAVOURITE = new Counts(-1, 0, 0, false);
  public static final Counts BOOST = new Counts(0, 1, 0, false);
  public static final Counts UNBOOST = new Counts(0, -1, 0, false);
  public static final Counts REPLY = new Counts(0, 0, 1, false);
  public static final Counts UNREPLY = new Counts(0, 0, -1, false);
  public static final Counts END = new Counts(0, 0, 0, true);

  public Counts plus(Counts change) {
    return new Counts(
        favourites + change.favourites,
        boosts + change.boosts,
        replies + change.replies,
        gone || change.gone);
  }
}
