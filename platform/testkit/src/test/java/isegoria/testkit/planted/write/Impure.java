package isegoria.testkit.planted.write;

import isegoria.testkit.planted.http.Caller;
import java.time.Instant;
import org.apache.kafka.common.TopicPartition;

/** Breaks every rule of a pure package. */
public sealed interface Impure {

  /** A member that is no record, reads the clock and knows Kafka and the edge. */
  final class Member implements Impure {
    Instant now() {
      return Instant.now();
    }

    TopicPartition partition() {
      return new TopicPartition("t", new Caller().number());
    }
  }
}
