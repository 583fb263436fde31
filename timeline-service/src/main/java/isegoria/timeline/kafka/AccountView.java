package isegoria.timeline.kafka;

import isegoria.events.Partitioning;
import isegoria.events.Topics;
import isegoria.eventsourcing.apply.RowWriter;
import isegoria.timeline.read.account.AccountWriter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** States of accounts, and the counts of accounts and posts, into this service's copies. */
public final class AccountView implements RowWriter {

  private final CountsCodec counts = new CountsCodec();
  private final AccountWriter rows;

  public AccountView(AccountWriter rows) {
    this.rows = rows;
  }

  @Override
  public CompletionStage<?> write(ConsumerRecord<String, byte[]> change) {
    if (change.topic().equals(Topics.ACCOUNT_STATES.name())) {
      long id = Long.parseLong(Partitioning.ownerOf(change.key()));
      long writtenAt = PostView.writtenAt(change.headers(), change.timestamp());
      return rows.account(id, change.value(), writtenAt);
    }
    // A count has no time that rises with every change, but its key's partition has offsets.
    return change.value() == null
        ? CompletableFuture.completedStage(null)
        : counts.write(change.topic(), change.value(), rows, change.offset() + 1);
  }
}
