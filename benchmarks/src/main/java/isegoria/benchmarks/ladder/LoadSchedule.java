package isegoria.benchmarks.ladder;

import java.util.SplittableRandom;

/**
 * Who posts and who reads in one load: drawn from a seed, so that every rung meets the same people
 * in the same order.
 */
final class LoadSchedule {
  /** The account that most follow. */
  static final int GIANT = 0;

  private final Network network;
  private final int giantEvery;
  private final SplittableRandom authors;
  private final SplittableRandom readers;
  private int posts;

  /**
   * Begins a load.
   *
   * @param giantEvery every so many posts one is number 0's; 0: as often as anybody's
   */
  LoadSchedule(Network network, int giantEvery, long seed) {
    this.network = network;
    this.giantEvery = giantEvery;
    this.authors = new SplittableRandom(seed);
    this.readers = authors.split();
  }

  synchronized int nextAuthor() {
    posts++;
    return giantEvery > 0 && posts % giantEvery == 0 ? GIANT : authors.nextInt(network.people());
  }

  synchronized int nextReader() {
    return network.active()[readers.nextInt(network.active().length)];
  }
}
