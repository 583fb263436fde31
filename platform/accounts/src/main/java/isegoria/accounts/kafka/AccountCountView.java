package isegoria.accounts.kafka;

import isegoria.events.AvroReader;
import isegoria.events.Topics;
import isegoria.events.account.AccountCounts;
import isegoria.eventsourcing.apply.RowWriter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Counts of accounts into rows. */
public final class AccountCountView implements RowWriter {

  /** Where the counts are kept. */
  @FunctionalInterface
  public interface Rows {

    /** Writes what is counted of an account; the higher offset of two wins. */
    CompletionStage<?> put(long id, isegoria.api.view.AccountCounts counts, long offset);
  }

  private final AvroReader<AccountCounts> codec =
      AvroReader.of(Topics.ACCOUNT_COUNTS, AccountCounts.class);
  private final Rows rows;

  public AccountCountView(Rows rows) {
    this.rows = rows;
  }

  @Override
  public CompletionStage<?> write(ConsumerRecord<String, byte[]> change) {
    if (change.value() == null) {
      // The tombstone of the account's state removes the whole row.
      return CompletableFuture.completedFuture(null);
    }
    AccountCounts of = codec.decode(change.value());
    // A count has no time that rises with every change, but its key's partition has offsets.
    return rows.put(
        Long.parseLong(of.getAccountId()),
        new isegoria.api.view.AccountCounts(
            of.getFollowers(), of.getFollowing(), of.getPosts(), of.getLastPostAt()),
        change.offset() + 1);
  }
}
