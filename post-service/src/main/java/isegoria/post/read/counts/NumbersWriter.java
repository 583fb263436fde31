package isegoria.post.read.counts;

import isegoria.events.AccountId;
import isegoria.events.PostId;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Writes counts; the offset of a count's record stands for its time. */
public interface NumbersWriter {

  CompletionStage<Void> putPost(PostId post, PostNumbers numbers, long offset);

  CompletionStage<Void> removePost(PostId post, long offset);

  CompletionStage<Void> putPosts(
      AccountId account, long posts, @Nullable Instant lastPostAt, long offset);

  CompletionStage<Void> removePosts(AccountId account, long offset);

  CompletionStage<Void> putFollows(AccountId account, long followers, long following, long offset);

  CompletionStage<Void> removeFollows(AccountId account, long offset);
}
