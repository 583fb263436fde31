package isegoria.account.kafka;

import isegoria.account.read.account.Count;
import isegoria.account.read.account.Counts;
import isegoria.events.AccountId;
import isegoria.events.AvroCodec;
import isegoria.events.Topics;
import isegoria.events.account.AccountCounts;
import isegoria.eventsourcing.apply.RowWriter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Counts of accounts to the rows of accounts. */
public final class CountRowsCodec implements RowWriter {

  private static final AvroCodec<AccountCounts> COUNTS =
      AvroCodec.of(Topics.ACCOUNT_COUNTS, AccountCounts.class);
  private static final CompletableFuture<?> NOTHING = CompletableFuture.completedFuture(null);

  private final Counts counts;

  public CountRowsCodec(Counts counts) {
    this.counts = counts;
  }

  @Override
  public CompletionStage<?> write(ConsumerRecord<String, byte[]> change) {
    if (change.value() == null) {
      return NOTHING;
    }
    AccountCounts of = COUNTS.decode(change.value());
    // A count has no time that rises with every change, but its key's partition has offsets.
    return counts.put(
        AccountId.of(of.getAccountId()),
        new Count(of.getFollowers(), of.getFollowing(), of.getPosts(), of.getLastPostAt()),
        change.offset() + 1);
  }
}
