package isegoria.eventsourcing.ask;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import isegoria.events.Partitioning;
import isegoria.events.Topic;
import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.kafka.ServiceTopics;
import isegoria.eventsourcing.record.SealedJson;
import isegoria.eventsourcing.wire.AggregateCodec;
import isegoria.eventsourcing.wire.RecordHeader;
import isegoria.eventsourcing.wire.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends commands to their deciders and waits for the answers.
 *
 * <p>The only way from HTTP to the deciders: it partitions a command by its owner, names its own
 * reply partition, and never reports "failed" for a command that may have been decided.
 */
public final class Commands implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

  /** Commands that one instance waits for at once: more are told to come back. */
  public static final int WAITING_MAX = 2_000;

  private final ServiceTopics topics;
  private final int partitions;
  private final int replyPartition;
  private final Producer<String, byte[]> producer;
  private final Map<String, CompletableFuture<Answer>> waiting = new ConcurrentHashMap<>();
  private final Map<String, AggregateCodec<?, ?, ?, ?>> codecs = new ConcurrentHashMap<>();
  private final Semaphore places = new Semaphore(WAITING_MAX);
  private final List<PartitionQueue> queues;
  private final ReplyTail replies;
  private final MeterRegistry meters;

  public Commands(KafkaSettings kafka, ServiceTopics topics, MeterRegistry meters) {
    this.topics = topics;
    this.meters = meters;
    this.partitions = topics.commands().partitions(kafka.partitions());
    this.queues =
        IntStream.range(0, partitions)
            .mapToObj(each -> new PartitionQueue(System::nanoTime))
            .toList();
    this.replyPartition = kafka.instance() % topics.replies().fixedPartitions();
    this.producer =
        new KafkaProducer<>(kafka.producer(), new StringSerializer(), new ByteArraySerializer());
    this.replies =
        new ReplyTail(kafka.tailing(), topics.replies().name(), replyPartition, this::answered);
  }

  /** Starts to read answers; returns at once. */
  public void start() {
    replies.start();
  }

  /** Whether answers are being read: before that, no command is sent. */
  public boolean ready() {
    return replies.ready();
  }

  private void answered(String ask, byte[] outcome, boolean repeated) {
    boolean _ = answer(ask, outcome, repeated);
  }

  /** Answers an asker of this instance; false where none waits here. */
  public boolean answer(String ask, byte[] outcome, boolean repeated) {
    CompletableFuture<Answer> asker = waiting.remove(ask);
    return asker != null && asker.complete(new Answer(outcome, repeated));
  }

  /**
   * Sends a command and waits for its outcome, as long as the context's patience lasts.
   *
   * @param key {@code <owner>/<aggregate>}
   */
  public <C, S, E, R> Reply<S, E, R> ask(
      AggregateType<C, S, E, R> aggregateType, String key, C command, CommandContext context)
      throws InterruptedException {
    AggregateCodec<C, S, E, R> codec = codec(aggregateType);
    return exchange(
        aggregateType,
        key,
        new Sent(codec.encode(command), null),
        context,
        answer -> codec.reply(answer.outcome(), answer.repeated()));
  }

  /**
   * Sends a command to one aggregate type whose policy lets another one answer; either may reject
   * it.
   *
   * @param key {@code <owner>/<aggregate>}
   */
  public <C, S, E> Reply<S, E, Object> askOnward(
      AggregateType<C, ?, ?, ?> asked,
      AggregateType<?, S, E, ?> answering,
      String key,
      C command,
      CommandContext context)
      throws InterruptedException {
    return exchange(
        asked,
        key,
        new Sent(codec(asked).encode(command), null),
        context,
        answer ->
            SealedJson.textOf(answer.outcome(), "family").equals(answering.name())
                ? codec(answering).reply(answer.outcome(), answer.repeated()).anyReason()
                : codec(asked).reply(answer.outcome(), answer.repeated()).onlyRejected());
  }

  /** Has a quarantined aggregate take commands again; one that is not quarantined stays so. */
  public <C, S, E, R> Reply<S, E, R> release(
      AggregateType<C, S, E, R> aggregateType, String key, CommandContext context)
      throws InterruptedException {
    AggregateCodec<C, S, E, R> codec = codec(aggregateType);
    return exchange(
        aggregateType,
        key,
        new Sent(new byte[0], RecordHeader.RELEASE),
        context,
        answer -> codec.reply(answer.outcome(), answer.repeated()));
  }

  private <S, E, R> Reply<S, E, R> exchange(
      AggregateType<?, ?, ?, ?> aggregateType,
      String key,
      Sent sent,
      CommandContext context,
      Function<Answer, Reply<S, E, R>> read)
      throws InterruptedException {
    PartitionQueue queue = queues.get(Partitioning.ofKey(key, partitions));
    if (!replies.ready() || !queue.moves() || !places.tryAcquire()) {
      meters.counter("commands.overloaded", "aggregate", aggregateType.name()).increment();
      return new Reply.Unavailable<>();
    }
    PartitionQueue.Ticket ticket = queue.enter();
    Timer.Sample sample = Timer.start(meters);
    String ask = UUID.randomUUID().toString();
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    waiting.put(ask, answer);
    try {
      if (sent.body().length > Topic.MESSAGE_BYTES_MAX - 20_000) {
        return new Reply.TooLarge<>();
      }
      CompletableFuture<@Nullable Exception> ack = send(aggregateType, key, sent, context, ask);
      CompletableFuture.anyOf(answer, ack.thenCompose(Commands::onlyFailures))
          .get(context.patience().toMillis(), TimeUnit.MILLISECONDS);
      return read(answer.get(0, TimeUnit.MILLISECONDS), read);
    } catch (TimeoutException e) {
      return new Reply.Unknown<>();
    } catch (ExecutionException e) {
      return unsent(e.getCause());
    } finally {
      waiting.remove(ask);
      ticket.leave();
      places.release();
      sample.stop(meters.timer("commands.reply", "aggregate", aggregateType.name()));
    }
  }

  /** An outcome that cannot be read may hold: as unknown as none. */
  private static <S, E, R> Reply<S, E, R> read(
      Answer outcome, Function<Answer, Reply<S, E, R>> read) {
    try {
      return read.apply(outcome);
    } catch (IllegalArgumentException undecodable) {
      LOG.error("outcome cannot be decoded, its asker gets unknown: {}", undecodable.getMessage());
      return new Reply.Unknown<>();
    }
  }

  private static CompletableFuture<Object> onlyFailures(@Nullable Exception failure) {
    return failure == null ? new CompletableFuture<>() : CompletableFuture.failedFuture(failure);
  }

  /** A record that was not sent does not hold; the outcome of one that was sent is unknown. */
  private static <S, E, R> Reply<S, E, R> unsent(@Nullable Throwable cause) {
    if (cause instanceof RecordTooLargeException) {
      return new Reply.TooLarge<>();
    }
    if (cause instanceof NotSent) {
      return new Reply.Unavailable<>();
    }
    return new Reply.Unknown<>();
  }

  private CompletableFuture<@Nullable Exception> send(
      AggregateType<?, ?, ?, ?> aggregateType,
      String key,
      Sent command,
      CommandContext context,
      String ask) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            topics.commands().name(), Partitioning.ofKey(key, partitions), key, command.body());
    Headers headers = record.headers();
    if (command.operation() != null) {
      put(headers, RecordHeader.OPERATION, command.operation());
    }
    put(headers, RecordHeader.AGGREGATE_TYPE, aggregateType.name());
    put(headers, RecordHeader.COMMAND_ID, context.commandId());
    if (context.repeatable()) {
      put(headers, RecordHeader.REPEATABLE, "true");
    }
    put(headers, RecordHeader.ACTOR, context.actor());
    put(headers, RecordHeader.OCCURRED_AT, context.occurredAt().toString());
    put(headers, RecordHeader.DEADLINE, context.occurredAt().plus(context.patience()).toString());
    put(headers, RecordHeader.REPLY_PARTITION, Integer.toString(replyPartition));
    put(headers, RecordHeader.REPLY_ASK, ask);
    put(headers, RecordHeader.TRACEPARENT, context.correlation());
    CompletableFuture<@Nullable Exception> sent = new CompletableFuture<>();
    try {
      var _ = producer.send(record, (metadata, failure) -> sent.complete(failure));
    } catch (KafkaException e) {
      sent.complete(e instanceof RecordTooLargeException ? e : new NotSent(e));
    }
    return sent;
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(name, RecordHeader.bytes(value));
  }

  /** One codec per name of an aggregate type: the registry by name makes the cast safe. */
  @SuppressWarnings("unchecked")
  private <C, S, E, R> AggregateCodec<C, S, E, R> codec(AggregateType<C, S, E, R> aggregateType) {
    return (AggregateCodec<C, S, E, R>)
        codecs.computeIfAbsent(aggregateType.name(), name -> new AggregateCodec<>(aggregateType));
  }

  @Override
  public void close() {
    replies.close();
    producer.close(Duration.ofSeconds(2));
    for (CompletableFuture<Answer> asker : List.copyOf(waiting.values())) {
      asker.cancel(false);
    }
  }

  /**
   * What goes to the decider.
   *
   * @param operation of an operator, or null for a command
   */
  @SuppressWarnings("ArrayRecordComponent") // Bytes on their way to the broker, never compared.
  private record Sent(byte[] body, @Nullable String operation) {}

  @SuppressWarnings("ArrayRecordComponent") // Bytes on their way to a codec, never compared.
  private record Answer(byte[] outcome, boolean repeated) {}

  /** The broker did not get the record: nothing of it can hold. */
  private static final class NotSent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotSent(Throwable cause) {
      super(cause);
    }
  }
}
