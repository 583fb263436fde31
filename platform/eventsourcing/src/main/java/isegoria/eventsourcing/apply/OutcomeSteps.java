package isegoria.eventsourcing.apply;

import isegoria.events.Topic;
import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.apply.Projector.Askers;
import isegoria.eventsourcing.record.Outcome;
import isegoria.eventsourcing.record.Verdict;
import isegoria.eventsourcing.wire.AggregateCodec;
import isegoria.eventsourcing.wire.RecordHeader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a {@link Projector} does with an outcome: its rows, then the reply. */
final class OutcomeSteps implements ApplyLoop.Steps {

  private static final Logger LOG = LoggerFactory.getLogger(OutcomeSteps.class);

  private final Map<String, AggregateCodec<?, ?, ?, ?>> aggregateTypes = new HashMap<>();
  private final Projection projection;
  private final Askers askers;
  private final Topic replyTopic;
  private final Producer<String, byte[]> replies;

  OutcomeSteps(
      List<AggregateType<?, ?, ?, ?>> aggregateTypes,
      Projection projection,
      Askers askers,
      Topic replyTopic,
      Producer<String, byte[]> replies) {
    for (AggregateType<?, ?, ?, ?> aggregateType : aggregateTypes) {
      this.aggregateTypes.put(aggregateType.name(), new AggregateCodec<>(aggregateType));
    }
    this.projection = projection;
    this.askers = askers;
    this.replyTopic = replyTopic;
    this.replies = replies;
  }

  @Override
  public CompletableFuture<?> write(ConsumerRecord<String, byte[]> change) {
    String aggregateType = RecordHeader.text(change.headers(), RecordHeader.AGGREGATE_TYPE);
    AggregateCodec<?, ?, ?, ?> codec =
        aggregateType == null ? null : aggregateTypes.get(aggregateType);
    if (codec == null || change.value().length == 0) {
      reply(change);
      return CompletableFuture.completedFuture(null);
    }
    Outcome<?, ?, ?> outcome = codec.outcome(change.value());
    boolean repeated = RecordHeader.isRepeated(change.headers());
    CompletionStage<?> rows =
        repeated || !changesRows(outcome)
            ? CompletableFuture.completedFuture(null)
            : projection.apply(outcome);
    return rows.thenRun(
            () -> {
              if (outcome.verdict() != Verdict.FORWARDED) {
                reply(change);
              }
            })
        .toCompletableFuture();
  }

  private static boolean changesRows(Outcome<?, ?, ?> outcome) {
    return !outcome.events().isEmpty() || outcome.verdict() == Verdict.FORGOTTEN;
  }

  @Override
  public void applied(List<ConsumerRecord<String, byte[]>> batch) {
    // Replies went out one by one, as their rows became durable.
  }

  private void reply(ConsumerRecord<String, byte[]> change) {
    String partition = RecordHeader.text(change.headers(), RecordHeader.REPLY_PARTITION);
    String ask = RecordHeader.text(change.headers(), RecordHeader.REPLY_ASK);
    if (partition == null
        || ask == null
        || askers.answer(ask, change.value(), RecordHeader.isRepeated(change.headers()))) {
      return;
    }
    var _ =
        replies.send(
            new ProducerRecord<>(
                replyTopic.name(),
                Integer.parseInt(partition),
                change.key(),
                change.value(),
                change.headers()),
            (metadata, failure) -> {
              if (failure != null) {
                LOG.warn("reply not sent, its caller gets a time-out: {}", failure.toString());
              }
            });
  }
}
