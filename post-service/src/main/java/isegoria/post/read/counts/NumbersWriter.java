package isegoria.post.read.counts;

import isegoria.events.PostId;
import java.util.concurrent.CompletionStage;

/** Writes counts; the offset of a count's record stands for its time. */
public interface NumbersWriter {

  CompletionStage<Void> put(PostId post, PostNumbers numbers, long offset);

  CompletionStage<Void> remove(PostId post, long offset);
}
