package isegoria.benchmarks.ladder;

import java.util.concurrent.CompletionStage;

/**
 * One way to keep home feeds. Many threads may post and read at once; people are numbered as in the
 * {@link Network}.
 */
public interface Rung extends AutoCloseable, Pages {

  /** As the ladder names it. */
  String name();

  /** Where its posts stand: rungs that read the same topics show each other's posts. */
  default Object posts() {
    return this;
  }

  /** The rung whose cost of a post is there without this one's feeds. */
  default String without() {
    return BaselineRung.NAME;
  }

  /** Whether it has pages to show: what only takes posts is there to be subtracted. */
  default boolean hasPages() {
    return true;
  }

  /** Tells that all of these have read before, as in a network that is not new. */
  default void activate(int[] readers) {
    // Most rungs do not ask who reads.
  }

  /** Makes ready what a round needs; what earlier rounds posted is still there. */
  void open();

  /**
   * Takes a post.
   *
   * @param id greater than all before it, but for those that are on their way at the same time
   * @return complete when every active follower's page has it
   */
  CompletionStage<?> post(long id, int author);

  /** Waits until nothing is left to do for posts that can be seen already. */
  default void awaitIdle() {
    // Most rungs show a post when all is done.
  }

  /** To how many active followers a post by this author goes when it comes; others fetch it. */
  int pushed(int author);

  /** Ends a round; {@link #open} begins another. */
  @Override
  void close();
}
