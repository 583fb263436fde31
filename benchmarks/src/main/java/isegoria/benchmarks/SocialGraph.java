package isegoria.benchmarks;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.SplittableRandom;

/**
 * A network as networks are: how many one follows is lognormal, who is followed is a power law with
 * a flat head, and one account is followed by a given share of all.
 *
 * <p>Nothing of it is stored: the follows of a person are computed from the seed and the person's
 * number, so a graph of a hundred million edges costs nothing but time.
 */
public final class SocialGraph implements FollowGraph {

  /** The follow limit of the platform. */
  static final int FOLLOWS_MAX = 7_500;

  /** Of all people, who follow number 1: the most-followed one but for number 0. */
  static final double SECOND_SHARE = 0.11;

  /**
   * Spread of the logarithm: half of all follow less than 0.6 of the mean, one in twenty thrice.
   */
  private static final double SIGMA = 1.0;

  /** The n-th most followed is followed (n + head)^-0.7 times as often as a first would be. */
  private static final double EXPONENT = 0.7;

  /** Halvings until the head is known to a place. */
  private static final int HALVINGS = 60;

  /** Draws for one follow: those already followed are drawn again. */
  private static final int DRAWS_PER_FOLLOW_MAX = 4;

  private final int people;
  private final double meanFollows;
  private final double topShare;
  private final long seed;
  private final double head;

  /**
   * Describes it.
   *
   * @param people numbered from 0; number 0 is the top account
   * @param meanFollows of one person, the top account apart
   * @param topShare of all people who follow number 0; 0 to 1. Only number 1 comes near {@link
   *     #SECOND_SHARE}, where people are so many that it can be
   */
  public SocialGraph(int people, double meanFollows, double topShare, long seed) {
    if (people < 2 || meanFollows <= 0 || topShare < 0 || topShare > 1) {
      throw new IllegalArgumentException(
          "graph: %d people, %f follows, share %f (expected: >= 2, > 0, 0 to 1)"
              .formatted(people, meanFollows, topShare));
    }
    this.people = people;
    this.meanFollows = meanFollows;
    this.topShare = topShare;
    this.seed = seed;
    this.head = head();
  }

  @Override
  public int people() {
    return people;
  }

  /** How many each follows on average, number 0 apart. */
  double meanFollows() {
    return meanFollows;
  }

  @Override
  public long seed() {
    return seed;
  }

  @Override
  public int[] followedBy(int person) {
    var random = new SplittableRandom(seed * 1_000_003 + person);
    int wanted = Math.min(followCount(random), Math.min(FOLLOWS_MAX, people / 2));
    var followed = new IntOpenHashSet(wanted + 1);
    for (int draw = 0; followed.size() < wanted && draw < wanted * DRAWS_PER_FOLLOW_MAX; draw++) {
      int author = popular(random);
      if (author != person) {
        followed.add(author);
      }
    }
    if (person != 0 && random.nextDouble() < topShare) {
      followed.add(0);
    }
    return followed.toIntArray();
  }

  private int followCount(SplittableRandom random) {
    double mu = Math.log(meanFollows) - SIGMA * SIGMA / 2;
    return (int) Math.round(Math.exp(mu + SIGMA * random.nextGaussian()));
  }

  /**
   * How many places the power law is moved, so that number 1 is followed by its share and not by
   * nearly all: where each follows hundreds, its first places would be followed by most.
   */
  private double head() {
    double low = 0;
    double high = 100.0 * people;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      double first = Math.pow(1 + middle, -EXPONENT) * (1 - EXPONENT) / mass(middle);
      if (meanFollows * first > SECOND_SHARE) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** Of all places, times what the exponent leaves of one. */
  private double mass(double moved) {
    double rest = 1 - EXPONENT;
    return Math.pow(people + moved, rest) - Math.pow(1 + moved, rest);
  }

  /** Number 1 most often; by the inverse of the power law's sum. */
  private int popular(SplittableRandom random) {
    double rest = 1 - EXPONENT;
    double at = random.nextDouble() * mass(head) + Math.pow(1 + head, rest);
    int author = (int) (Math.pow(at, 1 / rest) - head);
    return Math.clamp(author, 1, people - 1);
  }
}
