package isegoria.testkit.planted.http;

import isegoria.testkit.planted.write.Impure;
import org.apache.kafka.common.TopicPartition;

/** Knows Kafka where it must not, and closes a cycle. */
public final class Caller {
  public int number() {
    return new TopicPartition("t", 1).partition();
  }

  public String of(Impure impure) {
    return impure.toString();
  }
}
