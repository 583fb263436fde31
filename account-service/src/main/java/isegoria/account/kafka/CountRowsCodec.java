package isegoria.account.kafka;

import isegoria.account.read.account.Counts;
import isegoria.events.AccountId;
import isegoria.events.AvroCodec;
import isegoria.events.AvroReader;
import isegoria.events.Topics;
import isegoria.events.account.AccountCounts;
import isegoria.events.post.CountsOfAccount;
import isegoria.events.post.PostCounts;
import isegoria.eventsourcing.apply.RowWriter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Counts of follows, our own, and of posts, another service's, to one row per account. */
public final class CountRowsCodec implements RowWriter {

  private static final AvroCodec<AccountCounts> FOLLOWS =
      AvroCodec.of(Topics.ACCOUNT_COUNTS, AccountCounts.class);
  private static final AvroReader<PostCounts> POSTS =
      AvroReader.of(Topics.POST_COUNTS, PostCounts.class);
  private static final CompletableFuture<?> NOTHING = CompletableFuture.completedFuture(null);

  private final Counts counts;

  public CountRowsCodec(Counts counts) {
    this.counts = counts;
  }

  @Override
  public CompletionStage<?> write(ConsumerRecord<String, byte[]> change) {
    byte[] value = change.value();
    if (value == null) {
      return NOTHING;
    }
    // A count has no time that rises with every change, but its key's partition has offsets.
    long writtenAt = change.offset() + 1;
    if (change.topic().equals(Topics.ACCOUNT_COUNTS.name())) {
      AccountCounts of = FOLLOWS.decode(value);
      return counts.putFollows(
          AccountId.of(of.getAccountId()), of.getFollowers(), of.getFollowing(), writtenAt);
    }
    CountsOfAccount of = POSTS.decode(value).getAccount();
    return of == null
        ? NOTHING
        : counts.putPosts(
            AccountId.of(of.getAccountId()), of.getPosts(), of.getLastPostAt(), writtenAt);
  }
}
