package isegoria.benchmarks;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.SplittableRandom;

/**
 * A network as networks are: how many one follows is lognormal, who is followed is a power law, and
 * one account is followed by a given share of all.
 *
 * <p>Nothing of it is stored: whom a person follows is made again from the seed and the person's
 * number, so a graph of a hundred million edges costs nothing but time.
 *
 * @param people numbered from 0; number 0 is the account that most follow
 * @param meanFollows of one person, the top account apart
 * @param topShare of all people who follow number 0; 0 to 1
 */
public record SocialGraph(int people, double meanFollows, double topShare, long seed)
    implements FollowGraph {

  /** The follow limit of the platform. */
  static final int FOLLOWS_MAX = 7_500;

  /**
   * Spread of the logarithm: half of all follow less than 0.6 of the mean, one in twenty thrice.
   */
  private static final double SIGMA = 1.0;

  /** The n-th most followed is followed n^-0.7 times as often as the first. */
  private static final double EXPONENT = 0.7;

  /** Draws for one follow: those already followed are drawn again. */
  private static final int DRAWS_PER_FOLLOW_MAX = 4;

  public SocialGraph {
    if (people < 2 || meanFollows <= 0 || topShare < 0 || topShare > 1) {
      throw new IllegalArgumentException(
          "graph: %d people, %f follows, share %f (expected: >= 2, > 0, 0 to 1)"
              .formatted(people, meanFollows, topShare));
    }
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

  /** Number 1 most often; by the inverse of the power law's sum. */
  private int popular(SplittableRandom random) {
    double rest = 1 - EXPONENT;
    double most = Math.pow(people, rest) - 1;
    int author = (int) Math.pow(random.nextDouble() * most + 1, 1 / rest);
    return Math.clamp(author, 1, people - 1);
  }
}
