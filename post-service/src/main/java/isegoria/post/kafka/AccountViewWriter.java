package isegoria.post.kafka;

import static isegoria.events.Topics.ACCOUNT_COUNTS;
import static isegoria.events.Topics.ACCOUNT_PRIVATE_EVENTS;
import static isegoria.events.Topics.ACCOUNT_PRIVATE_STATES;
import static isegoria.events.Topics.ACCOUNT_STATES;
import static isegoria.events.Topics.POST_COUNTS;
import static isegoria.eventsourcing.wire.RecordHeader.recordedMicros;

import isegoria.accounts.AccountWriter;
import isegoria.accounts.kafka.AccountView;
import isegoria.api.view.PostCounts;
import isegoria.events.AccountId;
import isegoria.events.AvroCodec;
import isegoria.events.Partitioning;
import isegoria.events.PostId;
import isegoria.events.Topic;
import isegoria.eventsourcing.apply.RowWriter;
import isegoria.eventsourcing.wire.RecordHeader;
import isegoria.post.read.account.PostingDefaultsWriter;
import isegoria.post.read.counts.PostCountWriter;
import isegoria.post.read.relationship.RelationshipWriter;
import java.util.List;
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

  private final RelationshipCodec relationships = new RelationshipCodec();
  private final AvroCodec<isegoria.events.post.PostCounts> counts =
      AvroCodec.of(POST_COUNTS, isegoria.events.post.PostCounts.class);
  private final SettingsCodec settings = new SettingsCodec();
  private final AccountView accounts;
  private final PostingDefaultsWriter defaultRows;
  private final RelationshipWriter relationshipRows;
  private final PostCountWriter countRows;

  public AccountViewWriter(
      AccountWriter accountRows,
      PostingDefaultsWriter defaultRows,
      RelationshipWriter relationshipRows,
      PostCountWriter countRows) {
    this.accounts = new AccountView(accountRows);
    this.defaultRows = defaultRows;
    this.relationshipRows = relationshipRows;
    this.countRows = countRows;
  }

  @Override
  public CompletionStage<?> write(ConsumerRecord<String, byte[]> change) {
    String topic = change.topic();
    if (AccountView.TOPICS.stream().anyMatch(each -> each.name().equals(topic))) {
      return accounts.write(change);
    }
    String owner = Partitioning.ownerOf(change.key());
    if (topic.equals(ACCOUNT_PRIVATE_STATES.name())) {
      return pair(owner, change);
    }
    if (topic.equals(ACCOUNT_PRIVATE_EVENTS.name())) {
      return settings.write(change.value(), recordedMicros(change), defaultRows);
    }
    if (topic.equals(POST_COUNTS.name())) {
      return counts(PostId.of(owner), change);
    }
    throw new IllegalStateException("topic: " + topic + " (expected: one of " + TOPICS + ")");
  }

  private CompletionStage<Void> pair(String owner, ConsumerRecord<String, byte[]> change) {
    int tilde = owner.indexOf('~');
    AccountId low = AccountId.of(owner.substring(0, tilde));
    AccountId high = AccountId.of(owner.substring(tilde + 1));
    RelationshipCodec.Pair pair =
        change.value() == null
            ? RelationshipCodec.Pair.NOTHING
            : relationships.pair(change.value());
    boolean isFirst = RecordHeader.isFirst(change.headers());
    return relationshipRows.put(
        low, pair.ofLow(), high, pair.ofHigh(), isFirst, recordedMicros(change));
  }

  /** A count has no time that rises with each change; its offset does. */
  private CompletionStage<Void> counts(PostId post, ConsumerRecord<String, byte[]> change) {
    long offset = change.offset() + 1;
    if (change.value() == null) {
      return countRows.remove(post, offset);
    }
    isegoria.events.post.PostCounts of = counts.decode(change.value());
    return countRows.put(
        post, new PostCounts(of.getFavourites(), of.getBoosts(), of.getReplies()), offset);
  }
}
