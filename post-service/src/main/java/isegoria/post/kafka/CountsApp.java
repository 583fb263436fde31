package isegoria.post.kafka;

import isegoria.eventsourcing.kafka.KafkaSettings;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The fold of counts as a running application, apart from the decider: no request waits for it. */
public final class CountsApp implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CountsApp.class);

  private final KafkaStreams streams;

  public CountsApp(KafkaSettings kafka) {
    Properties config = kafka.folding(CountsTopology.APPLICATION);
    this.streams = new KafkaStreams(CountsTopology.build(config, kafka.partitions()), config);
    streams.setUncaughtExceptionHandler(failure -> {
      LOG.error("post count thread failed, a new one replaces it", failure);
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    });
  }

  public void start() {
    streams.start();
  }

  public boolean ready() {
    return streams.state() == KafkaStreams.State.RUNNING;
  }

  @Override
  public void close() {
    streams.close(Duration.ofSeconds(5));
  }
}
