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

/** Runs the fold of an account's counts, apart from the decider: no reader waits for a count. */
public final class AccountCountApp implements TopicReader, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AccountCountApp.class);

  private final BadRecords badRecords = new BadRecords("account counts", OnUndecodable.SKIP);
  private final KafkaStreams streams;

  public AccountCountApp(KafkaSettings kafka) {
    this.streams =
        new KafkaStreams(
            AccountCountTopology.build(kafka.partitions()),
            kafka.folding(AccountCountTopology.APPLICATION, badRecords));
    streams.setUncaughtExceptionHandler(failure -> {
      LOG.error("counting thread failed and is replaced", failure);
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    });
  }

  public void start() {
    streams.start();
  }

  @Override
  public String name() {
    return "account counts";
  }

  @Override
  public Optional<BadRecords> badRecords() {
    return Optional.of(badRecords);
  }

  /** Whether accounts are being counted; a rebalance is part of it. */
  @Override
  public boolean healthy() {
    return streams.state().isRunningOrRebalancing();
  }

  @Override
  public void close() {
    streams.close(Duration.ofSeconds(5));
  }
}
