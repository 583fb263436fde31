package isegoria.eventsourcing.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Properties;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A topology goes on without a record that its code cannot read, and stops at Kafka's troubles. */
final class SkippingHandlerTest {
  private final BadRecords bad = new BadRecords("fold", OnUndecodable.SKIP);
  private final TopologyTestDriver driver = driver();
  private final TestInputTopic<String, String> in =
      driver.createInputTopic("in", new StringSerializer(), new StringSerializer());
  private final TestOutputTopic<String, String> out =
      driver.createOutputTopic("out", new StringDeserializer(), new StringDeserializer());

  private TopologyTestDriver driver() {
    var config = new Properties();
    config.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
    config.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
    config.put(
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, SkippingHandler.class.getName());
    config.put(SkippingHandler.BAD_RECORDS, bad);
    var builder = new StreamsBuilder();
    builder.<String, String>stream("in").mapValues(SkippingHandlerTest::read).to("out");
    return new TopologyTestDriver(builder.build(), config);
  }

  private static String read(String value) {
    return switch (value) {
      case "planted" -> throw new IllegalArgumentException("record: planted (expected: text)");
      case "trouble" -> throw new SerializationException("a broker's");
      default -> value.toUpperCase(Locale.ROOT);
    };
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void a_record_that_cannot_be_read_is_counted_and_passed_over() {
    in.pipeInput("a", "one");
    in.pipeInput("b", "planted");
    in.pipeInput("c", "two");
    assertThat(out.readValuesToList()).containsExactly("ONE", "TWO");
    assertThat(bad.undecodable()).isEqualTo(1);
    assertThat(bad.degrading()).as("a fold that skips is not degraded").isEmpty();
  }

  @Test
  void what_kafka_throws_is_not_the_records_fault() {
    assertThatThrownBy(() -> in.pipeInput("a", "trouble")).isInstanceOf(StreamsException.class);
    assertThat(bad.undecodable()).isZero();
  }
}
