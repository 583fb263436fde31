package isegoria.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class KafkaConnectionTest {

  private static final Path PEM = Path.of("brokers.pem");

  private static KafkaConnection to(
      SecurityProtocol protocol, @Nullable String password, @Nullable Path truststore) {
    return new KafkaConnection(
        "broker:9093", protocol, password == null ? null : "post", password, truststore, null);
  }

  @Test
  void an_encrypted_connection_trusts_its_file_and_proves_who_it_is() {
    Map<String, Object> config = to(SecurityProtocol.SASL_SSL, "hush", PEM).config();

    assertThat(config)
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("sasl.mechanism", "PLAIN")
        .containsEntry("ssl.truststore.location", "brokers.pem")
        .containsEntry("ssl.truststore.type", "PEM");
    assertThat(config.get("sasl.jaas.config")).asString().contains("\"post\"", "\"hush\"");
  }

  @Test
  void without_a_protocol_a_username_decides_how_a_client_proves_who_it_is() {
    assertThat(KafkaConnection.of("b:1", null, "post", "hush", null, null).securityProtocol())
        .isEqualTo(SecurityProtocol.SASL_PLAINTEXT);
    assertThat(KafkaConnection.of("b:1", null, null, null, null, null).securityProtocol())
        .isEqualTo(SecurityProtocol.PLAINTEXT);
    assertThat(
            KafkaConnection.of("b:1", SecurityProtocol.SSL, null, null, PEM, null)
                .securityProtocol())
        .isEqualTo(SecurityProtocol.SSL);
  }

  @Test
  void keys_that_contradict_each_other_are_named() {
    assertThatThrownBy(() -> to(SecurityProtocol.SASL_SSL, null, PEM))
        .hasMessage("security-protocol: SASL_SSL (expected: with username and password)");
    assertThatThrownBy(() -> to(SecurityProtocol.SSL, "hush", PEM))
        .hasMessageContaining("with a username (expected: SASL_PLAINTEXT or SASL_SSL)");
    assertThatThrownBy(() -> to(SecurityProtocol.SASL_PLAINTEXT, "hush", PEM))
        .hasMessageContaining("with a truststore (expected: SSL or SASL_SSL)");
  }

  @Test
  void its_text_has_no_password() {
    assertThat(to(SecurityProtocol.SASL_SSL, "hush", PEM).toString()).doesNotContain("hush");
  }
}
