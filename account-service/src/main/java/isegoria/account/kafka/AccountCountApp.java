package isegoria.account.kafka;

import isegoria.eventsourcing.kafka.KafkaSettings;
import java.time.Duration;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the fold of an account's counts, apart from the decider: no request waits for a count. */
public final class AccountCountApp implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AccountCountApp.class);

  private final KafkaStreams streams;

  public AccountCountApp(KafkaSettings kafka) {
    this.streams =
        new KafkaStreams(
            AccountCountTopology.build(kafka.partitions()),
            kafka.folding(AccountCountTopology.APPLICATION));
    streams.setUncaughtExceptionHandler(failure -> {
      LOG.error("follow count thread failed, a new one replaces it", failure);
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    });
  }

  public void start() {
    streams.start();
  }

  /** Whether accounts are being counted; a rebalance is part of it. */
  public boolean ready() {
    return streams.state().isRunningOrRebalancing();
  }

  @Override
  public void close() {
    streams.close(Duration.ofSeconds(5));
  }
}
