package isegoria.timeline.feed.read.post;

import isegoria.api.view.PostCounts;
import java.util.concurrent.CompletionStage;

/** Writes what posts have gathered; a stage completes when its row is durable. */
@FunctionalInterface
public interface PostCountWriter {

  /** Writes the counts of a post; the higher offset of two wins. */
  CompletionStage<?> put(long postId, PostCounts counts, long offset);
}
