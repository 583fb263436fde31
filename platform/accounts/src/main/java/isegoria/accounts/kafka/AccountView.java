package isegoria.accounts.kafka;

import isegoria.accounts.AccountStateCodec;
import isegoria.accounts.AccountWriter;
import isegoria.events.Partitioning;
import isegoria.events.Topic;
import isegoria.events.Topics;
import isegoria.eventsourcing.apply.RowWriter;
import isegoria.eventsourcing.wire.RecordHeader;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * States of accounts and their counts into a service's copy. A state is decoded before it is kept,
 * so that one which cannot be read stops here and no row fails later.
 */
public final class AccountView implements RowWriter {

  /** The topics that it reads. */
  public static final List<Topic> TOPICS = List.of(Topics.ACCOUNT_STATES, Topics.ACCOUNT_COUNTS);

  private final AccountStateCodec states = new AccountStateCodec();
  private final AccountWriter rows;
  private final AccountCountView counts;

  public AccountView(AccountWriter rows) {
    this.rows = rows;
    this.counts = new AccountCountView(rows::put);
  }

  @Override
  public CompletionStage<?> write(ConsumerRecord<String, byte[]> change) {
    if (change.topic().equals(Topics.ACCOUNT_COUNTS.name())) {
      return counts.write(change);
    }
    long micros = RecordHeader.recordedMicros(change);
    byte[] state = change.value();
    return state == null
        ? rows.remove(Long.parseLong(Partitioning.ownerOf(change.key())), micros)
        : rows.put(states.decode(state), state, micros);
  }
}
