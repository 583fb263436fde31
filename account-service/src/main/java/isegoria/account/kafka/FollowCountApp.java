package isegoria.account.kafka;

import isegoria.eventsourcing.kafka.BadRecords;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.kafka.OnUndecodable;
import isegoria.eventsourcing.kafka.TopicReader;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the fold of the follows, apart from the decider: no request waits for a count. */
public final class FollowCountApp implements TopicReader, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FollowCountApp.class);

  private final BadRecords badRecords = new BadRecords("follow counts", OnUndecodable.SKIP);
  private final KafkaStreams streams;

  public FollowCountApp(KafkaSettings kafka) {
    this.streams =
        new KafkaStreams(
            FollowCountTopology.build(kafka.partitions()),
            kafka.folding(kafka.service() + "-follow-counts", badRecords));
    streams.setUncaughtExceptionHandler(failure -> {
      LOG.error("follow count thread failed, a new one replaces it", failure);
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    });
  }

  public void start() {
    streams.start();
  }

  @Override
  public String name() {
    return "follow counts";
  }

  @Override
  public Optional<BadRecords> badRecords() {
    return Optional.of(badRecords);
  }

  /** Whether follows are being counted; a rebalance is part of it. */
  @Override
  public boolean healthy() {
    return streams.state().isRunningOrRebalancing();
  }

  @Override
  public void close() {
    streams.close(Duration.ofSeconds(5));
  }
}
