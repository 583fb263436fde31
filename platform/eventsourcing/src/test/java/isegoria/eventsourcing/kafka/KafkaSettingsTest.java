package isegoria.eventsourcing.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.kafka.KafkaConnection;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

final class KafkaSettingsTest {

  private final KafkaSettings kafka =
      new KafkaSettings(KafkaConnection.plaintext("unused:1"), 6, "post", 0, Path.of("unused"), 0);

  private static int millis(Map<String, Object> config, String key) {
    return Integer.parseInt(String.valueOf(config.get(key)));
  }

  private static Map<String, Object> producer(Properties app) {
    return new StreamsConfig(app).getProducerConfigs("id");
  }

  @Test
  void every_client_of_a_service_connects_alike() {
    var encrypted = KafkaConnection.of("b:1", SecurityProtocol.SSL, null, null, null, null);
    var settings = new KafkaSettings(encrypted, 6, "post", 0, Path.of("unused"), 1);

    assertThat(settings.producer()).containsEntry("security.protocol", "SSL");
    assertThat(settings.consumer("g")).containsEntry("security.protocol", "SSL");
    assertThat(settings.deciding("a")).containsEntry("security.protocol", "SSL");
  }

  @Test
  void what_waits_for_its_transaction_can_still_be_delivered_within_it() {
    Properties folding = kafka.folding("fold", new BadRecords("fold", OnUndecodable.SKIP));
    for (Properties app : new Properties[] {kafka.deciding("decider"), folding}) {
      Map<String, Object> producer = producer(app);
      int linger = millis(producer, ProducerConfig.LINGER_MS_CONFIG);
      assertThat(linger).as("records of a transaction go together").isPositive();
      assertThat(linger + millis(producer, ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG))
          .as("else Kafka refuses the producer")
          .isLessThanOrEqualTo(millis(producer, ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG));
    }
  }

  @Test
  void a_command_waits_for_no_other() {
    assertThat(kafka.producer()).containsEntry(ProducerConfig.LINGER_MS_CONFIG, 0);
    Map<String, Object> decider =
        new StreamsConfig(kafka.deciding("decider")).getMainConsumerConfigs("group", "id", 0);
    assertThat(decider.getOrDefault(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1)).isEqualTo(1);
  }

  @Test
  void who_gathers_waits_no_longer_than_who_does_not() {
    assertThat(millis(kafka.gathering("group"), ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG))
        .isLessThanOrEqualTo(
            millis(kafka.consumer("group"), ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG));
  }
}
