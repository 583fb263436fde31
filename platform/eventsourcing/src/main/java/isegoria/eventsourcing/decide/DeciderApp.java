package isegoria.eventsourcing.decide;

import io.micrometer.core.instrument.MeterRegistry;
import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.apply.Projection;
import isegoria.eventsourcing.apply.Projector;
import isegoria.eventsourcing.ask.Commands;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.kafka.ServiceTopics;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A service's decider, projector and door for commands, started and stopped as one. */
public final class DeciderApp implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DeciderApp.class);

  private final KafkaStreams streams;
  private final Projector projector;
  private final AggregateReplay aggregateReplay;
  private final Set<String> parts;
  private final Commands commands;

  public DeciderApp(
      KafkaSettings kafka,
      ServiceTopics topics,
      List<AggregateType<?, ?, ?, ?>> aggregateTypes,
      Projection projection,
      Duration dedupeWindow,
      MeterRegistry meters) {
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

  /** What makes this service's own rows again. */
  AggregateReplay aggregateReplay() {
    return aggregateReplay;
  }

  /** The parts that all instances' own rows are made of. */
  Set<String> parts() {
    return parts;
  }

  /** The dedupe window of a cluster: 24 hours. */
  public static Duration dedupeWindow() {
    return DeciderProcessor.DEDUPE_WINDOW;
  }

  public Commands commands() {
    return commands;
  }

  public Projector projector() {
    return projector;
  }

  /** Whether commands are decided, applied and answered by this instance now. */
  public boolean ready() {
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
