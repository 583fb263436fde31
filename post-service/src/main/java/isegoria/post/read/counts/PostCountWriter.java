package isegoria.post.read.counts;

import isegoria.api.view.PostCounts;
import isegoria.events.PostId;
import java.util.concurrent.CompletionStage;

/** Writes counts; the offset of a count's record stands for its time. */
public interface PostCountWriter {

  CompletionStage<Void> put(PostId post, PostCounts counts, long offset);

  CompletionStage<Void> remove(PostId post, long offset);
}
