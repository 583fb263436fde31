package isegoria.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isegoria.edge.EdgeProperties;
import isegoria.edge.ServiceName;
import isegoria.eventsourcing.kafka.KafkaSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class ServiceKitTest {

  private final ServiceKit kit = new ServiceKit();

  private KafkaSettings settings(Map<String, String> keys) {
    var binder = new Binder(new MapConfigurationPropertySource(keys));
    return kit.kafkaSettings(
        binder.bindOrCreate("isegoria", EdgeProperties.class),
        binder.bindOrCreate("isegoria", ServiceProperties.class),
        new ServiceName("post"));
  }

  @Test
  void a_service_reaches_kafka_as_its_keys_say() {
    KafkaSettings settings =
        settings(
            Map.of(
                "isegoria.kafka.bootstrap-servers", "broker:9093",
                "isegoria.kafka.username", "post",
                "isegoria.kafka.password", "hush",
                "isegoria.kafka.security-protocol", "SASL_SSL",
                "isegoria.kafka.truststore", "brokers.pem",
                "isegoria.standbys", "2"));

    assertThat(settings.service()).isEqualTo("post");
    assertThat(settings.standbys()).isEqualTo(2);
    assertThat(settings.producer())
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("ssl.truststore.location", "brokers.pem");
  }

  @Test
  void without_a_protocol_the_username_decides() {
    assertThat(settings(Map.of()).producer()).containsEntry("security.protocol", "PLAINTEXT");
    assertThat(
            settings(Map.of("isegoria.kafka.username", "post", "isegoria.kafka.password", "hush"))
                .producer())
        .containsEntry("security.protocol", "SASL_PLAINTEXT");
  }

  @Test
  void too_many_standbys_are_named() {
    assertThatThrownBy(() -> settings(Map.of("isegoria.standbys", "3")))
        .hasRootCauseMessage("isegoria.standbys: 3 (expected: 0 to 2)");
  }

  @Test
  void a_service_without_a_topic_of_progress_is_named() {
    KafkaSettings settings = settings(Map.of());
    var unknown =
        new KafkaSettings(
            settings.connection(), 6, "nowhere", 0, settings.stateDir(), settings.standbys());
    assertThatThrownBy(() -> kit.sharedProgress(unknown))
        .hasMessage("nowhere.progress.v1: no topic (expected: in Topics)");
  }
}
