package isegoria.benchmarks.load;

import java.util.SplittableRandom;
import java.util.concurrent.CompletionStage;

/**
 * What a load consists of: posts, and pages read meanwhile.
 *
 * @param readsPerPost pages for each post on average; 0: posts alone
 * @param post does the next post; complete when it can be seen
 * @param read reads a page
 */
public record Mix(double readsPerPost, Posting post, Runnable read) {

  /** Sends one post, which was due at a moment. */
  @FunctionalInterface
  public interface Posting {
    CompletionStage<?> next(long dueNanos);
  }

  /** Whether the next request is a post. */
  boolean isPost(SplittableRandom random) {
    return random.nextDouble() * (1 + readsPerPost) < 1;
  }
}
