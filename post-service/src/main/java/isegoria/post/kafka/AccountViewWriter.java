package isegoria.post.kafka;

import static isegoria.events.Topics.ACCOUNT_COUNTS;
import static isegoria.events.Topics.ACCOUNT_PRIVATE_EVENTS;
import static isegoria.events.Topics.ACCOUNT_PRIVATE_STATES;
import static isegoria.events.Topics.ACCOUNT_STATES;
import static isegoria.events.Topics.POST_COUNTS;

import isegoria.events.AccountId;
import isegoria.events.AvroCodec;
import isegoria.events.Partitioning;
import isegoria.events.PostId;
import isegoria.events.Topic;
import isegoria.events.post.PostCounts;
import isegoria.eventsourcing.apply.RowWriter;
import isegoria.eventsourcing.wire.RecordHeader;
import isegoria.post.read.account.AccountWriter;
import isegoria.post.read.counts.NumbersWriter;
import isegoria.post.read.counts.PostNumbers;
import isegoria.post.read.relationship.RelationshipWriter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Writes accounts, settings, relationships and counts from other services' topics into this
 * service's tables.
 */
public final class AccountViewWriter implements RowWriter {

  /** The topics that it reads. */
  public static final List<Topic> TOPICS =
      List.of(
          ACCOUNT_STATES,
          ACCOUNT_PRIVATE_STATES,
          ACCOUNT_PRIVATE_EVENTS,
          ACCOUNT_COUNTS,
          POST_COUNTS);

  private final AccountCodec accounts = new AccountCodec();
  private final AvroCodec<PostCounts> counts = AvroCodec.of(POST_COUNTS, PostCounts.class);
  private final SettingsCodec settings = new SettingsCodec();
  private final AccountWriter accountRows;
  private final RelationshipWriter relationshipRows;
  private final NumbersWriter numberRows;

  public AccountViewWriter(
      AccountWriter accountRows, RelationshipWriter relationshipRows, NumbersWriter numberRows) {
    this.accountRows = accountRows;
    this.relationshipRows = relationshipRows;
    this.numberRows = numberRows;
  }

  @Override
  public CompletionStage<?> write(ConsumerRecord<String, byte[]> change) {
    String owner = Partitioning.ownerOf(change.key());
    byte[] value = change.value();
    return switch (change.topic()) {
      case String topic when topic.equals(ACCOUNT_STATES.name()) ->
          value == null
              ? accountRows.remove(AccountId.of(owner), micros(change))
              : accountRows.put(accounts.account(value), micros(change));
      case String topic when topic.equals(ACCOUNT_PRIVATE_STATES.name()) -> pair(owner, change);
      case String topic when topic.equals(ACCOUNT_PRIVATE_EVENTS.name()) ->
          settings.write(value, micros(change), accountRows);
      case String topic when topic.equals(ACCOUNT_COUNTS.name()) -> numbers(change);
      case String topic when topic.equals(POST_COUNTS.name()) -> counts(PostId.of(owner), change);
      default ->
          throw new IllegalStateException(
              "topic: " + change.topic() + " (expected: one of " + TOPICS + ")");
    };
  }

  private CompletionStage<Void> pair(String owner, ConsumerRecord<String, byte[]> change) {
    int tilde = owner.indexOf('~');
    AccountId low = AccountId.of(owner.substring(0, tilde));
    AccountId high = AccountId.of(owner.substring(tilde + 1));
    AccountCodec.Pair pair =
        change.value() == null ? AccountCodec.Pair.NOTHING : accounts.pair(change.value());
    boolean isFirst = RecordHeader.isFirst(change.headers());
    return relationshipRows.put(low, pair.ofLow(), high, pair.ofHigh(), isFirst, micros(change));
  }

  /** What is counted of an account ends with its row. */
  private CompletionStage<?> numbers(ConsumerRecord<String, byte[]> change) {
    if (change.value() == null) {
      return CompletableFuture.completedFuture(null);
    }
    AccountCodec.Counted counted = accounts.counts(change.value());
    return accountRows.put(counted.account(), counted.numbers(), time(change));
  }

  private CompletionStage<Void> counts(PostId post, ConsumerRecord<String, byte[]> change) {
    if (change.value() == null) {
      return numberRows.remove(post, time(change));
    }
    PostCounts of = counts.decode(change.value());
    var numbers = new PostNumbers(of.getFavourites(), of.getBoosts(), of.getReplies());
    return numberRows.put(post, numbers, time(change));
  }

  /** A number has no time that rises with each change; its offset does. */
  private static long time(ConsumerRecord<String, byte[]> change) {
    return change.offset() + 1;
  }

  private static long micros(ConsumerRecord<String, byte[]> change) {
    String recordedAt = RecordHeader.text(change.headers(), RecordHeader.RECORDED_AT);
    return recordedAt == null ? change.timestamp() * 1_000 : Long.parseLong(recordedAt);
  }
}
