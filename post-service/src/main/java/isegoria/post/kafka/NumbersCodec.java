package isegoria.post.kafka;

import isegoria.events.AccountId;
import isegoria.events.AvroCodec;
import isegoria.events.PostId;
import isegoria.events.Topics;
import isegoria.events.post.CountsOfAccount;
import isegoria.events.post.CountsOfPost;
import isegoria.events.post.PostCounts;
import isegoria.post.read.counts.NumbersWriter;
import isegoria.post.read.counts.PostNumbers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Counts from their topic into rows. */
final class NumbersCodec {

  private final AvroCodec<PostCounts> counts = AvroCodec.of(Topics.POST_COUNTS, PostCounts.class);

  CompletionStage<Void> write(byte[] bytes, long offset, NumbersWriter numbers) {
    PostCounts record = counts.decode(bytes);
    CountsOfPost post = record.getPost();
    if (post != null) {
      return numbers.putPost(
          PostId.of(post.getPostId()),
          new PostNumbers(post.getFavourites(), post.getBoosts(), post.getReplies()),
          offset);
    }
    CountsOfAccount account = record.getAccount();
    if (account != null) {
      return numbers.putPosts(
          AccountId.of(account.getAccountId()),
          account.getPosts(),
          account.getLastPostAt(),
          offset);
    }
    return CompletableFuture.completedFuture(null);
  }
}
