package isegoria.post.read.counts;

import isegoria.events.PostId;
import java.util.concurrent.CompletionStage;

/** Where numbers are written; the offset of a number's record stands for its time. */
public interface NumbersWriter {

  CompletionStage<Void> put(PostId post, PostNumbers numbers, long offset);

  CompletionStage<Void> remove(PostId post, long offset);
}
