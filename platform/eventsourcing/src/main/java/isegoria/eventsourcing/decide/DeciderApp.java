package isegoria.eventsourcing.decide;

import io.micrometer.core.instrument.MeterRegistry;
import isegoria.events.Partitioning;
import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.apply.Projection;
import isegoria.eventsourcing.apply.Projector;
import isegoria.eventsourcing.ask.CommandContext;
import isegoria.eventsourcing.ask.Commands;
import isegoria.eventsourcing.erasure.Erasure;
import isegoria.eventsourcing.erasure.ErasureCommand;
import isegoria.eventsourcing.erasure.ErasureDecider;
import isegoria.eventsourcing.erasure.ErasureEvent;
import isegoria.eventsourcing.kafka.BadRecords;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.kafka.ServiceTopics;
import isegoria.eventsourcing.kafka.TopicReader;
import isegoria.eventsourcing.record.Outcome;
import isegoria.eventsourcing.record.SealedJson;
import isegoria.eventsourcing.wire.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A service's decider, projector and door for commands, started and stopped as one. */
public final class DeciderApp implements TopicReader, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DeciderApp.class);

  private final KafkaStreams streams;
  private final Projector projector;
  private final AggregateReplay aggregateReplay;
  private final Set<String> parts;
  private final Commands commands;
  private final Map<String, AggregateType<?, ?, ?, ?>> aggregateTypes = new HashMap<>();
  private final AggregateType<ErasureCommand, Erasure, ErasureEvent, Void> erasure;

  public DeciderApp(
      KafkaSettings kafka,
      ServiceTopics topics,
      List<AggregateType<?, ?, ?, ?>> ownTypes,
      Projection ownRows,
      Duration dedupeWindow,
      MeterRegistry meters) {
    this.erasure = ErasureDecider.of(ownTypes);
    List<AggregateType<?, ?, ?, ?>> aggregateTypes = new ArrayList<>(ownTypes);
    aggregateTypes.add(erasure);
    Projection projection = outcome -> rows(outcome, ownRows);
    BatchEnds batchEnds = new BatchEnds();
    DeciderTopology.Settings settings =
        new DeciderTopology.Settings(
            dedupeWindow,
            (aggregateType, verdict) ->
                meters
                    .counter(
                        topics.service() + ".commands.decided",
                        "aggregate",
                        aggregateType,
                        "outcome",
                        verdict.name())
                    .increment(),
            batchEnds);
    Properties deciding = kafka.deciding(topics.service() + "-decider");
    batchEnds.listenIn(deciding);
    this.streams =
        new KafkaStreams(DeciderTopology.build(topics, aggregateTypes, settings), deciding);
    streams.setUncaughtExceptionHandler(failure -> {
      LOG.error("decider thread failed, a new one replaces it", failure);
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    });
    this.commands = new Commands(kafka, topics, meters);
    this.projector =
        new Projector(
            kafka, topics, aggregateTypes, projection, this::decided, commands::answer, meters);
    this.aggregateReplay =
        new AggregateReplay(aggregateTypes, projection, this::decided, this::aggregates);
    this.parts =
        IntStream.range(0, topics.commands().partitions(kafka.partitions()))
            .mapToObj(AggregateReplay::part)
            .collect(Collectors.toUnmodifiableSet());
    aggregateTypes.forEach(type -> this.aggregateTypes.put(type.name(), type));
  }

  public void start() {
    streams.start();
    projector.start();
    commands.start();
  }

  /** The partitions whose commands this instance decides now. */
  private Set<Integer> decided() {
    return streams.metadataForLocalThreads().stream()
        .flatMap(thread -> thread.activeTasks().stream())
        .map(task -> task.taskId().partition())
        .collect(Collectors.toUnmodifiableSet());
  }

  private ReadOnlyKeyValueStore<String, byte[]> aggregates(int partition) {
    return streams.store(
        StoreQueryParameters.<ReadOnlyKeyValueStore<String, byte[]>>fromNameAndType(
                DeciderTopology.AGGREGATES, QueryableStoreTypes.keyValueStore())
            .withPartition(partition));
  }

  /**
   * An aggregate as this instance stores it, in JSON; empty where it is not stored, or by another
   * instance.
   */
  public Optional<JsonNode> stored(String key) {
    int partition = Partitioning.ofKey(key, parts.size());
    if (!decided().contains(partition)) {
      return Optional.empty();
    }
    byte[] bytes = aggregates(partition).get(key);
    try {
      return Optional.ofNullable(bytes).map(SealedJson::treeOf);
    } catch (JacksonException unreadable) {
      return Optional.of(JsonNodeFactory.instance.objectNode().put("unreadable", true));
    }
  }

  /** Has a quarantined aggregate, whichever instance decides it, take commands again. */
  public Reply<?, ?, ?> release(String key, CommandContext context) throws InterruptedException {
    AggregateType<?, ?, ?, ?> type = aggregateTypes.get(AggregateReplay.typeOf(key));
    if (type == null) {
      throw new IllegalArgumentException(
          "key: of no aggregate (expected: owner/type, type one of "
              + aggregateTypes.keySet()
              + ")");
    }
    return commands.release(type, key, context);
  }

  /**
   * Has everything of an owner erased. It is answered when the marker stands, which refuses the
   * owner's commands from there on; the steps follow by themselves.
   */
  public Reply<Erasure, ErasureEvent, Void> erase(String owner, CommandContext context)
      throws InterruptedException {
    String key = Partitioning.key(owner, erasure.name());
    return commands.ask(erasure, key, new ErasureCommand.Begin(context.occurredAt()), context);
  }

  /** An erasure has no rows; how it ended stands in the log. */
  private static CompletionStage<?> rows(Outcome<?, ?, ?> outcome, Projection ownRows) {
    if (!(outcome.state() instanceof Erasure)) {
      return ownRows.apply(outcome);
    }
    boolean isReplayed = outcome.commandId().isEmpty();
    if (outcome.state() instanceof Erasure.Erased(long asked, long left) && !isReplayed) {
      String owner = Partitioning.ownerOf(outcome.key());
      if (left == 0) {
        LOG.info("owner {} erased: {} aggregates", owner, asked);
      } else {
        LOG.error(
            "owner {} erased but for {} aggregates, an operator has to look"
                + " (runbook: an-account-has-to-be-erased)",
            owner,
            left);
      }
    }
    return CompletableFuture.completedFuture(null);
  }

  /** What makes this service's own rows again. */
  AggregateReplay aggregateReplay() {
    return aggregateReplay;
  }

  /** The parts that all instances' own rows are made of. */
  Set<String> parts() {
    return parts;
  }

  public Commands commands() {
    return commands;
  }

  public Projector projector() {
    return projector;
  }

  @Override
  public String name() {
    return "commands";
  }

  @Override
  public Optional<BadRecords> badRecords() {
    return Optional.of(projector.badRecords());
  }

  /** Whether commands are decided, applied and answered by this instance now. */
  @Override
  public boolean healthy() {
    return streams.state() == KafkaStreams.State.RUNNING && projector.healthy() && commands.ready();
  }

  @Override
  public void close() {
    aggregateReplay.stop();
    commands.close();
    streams.close(Duration.ofSeconds(5));
    projector.close();
  }
}
