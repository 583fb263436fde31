package isegoria.gateway.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.jspecify.annotations.Nullable;

/** How the gateway reaches Kafka. */
public final class KafkaConnection {
  private KafkaConnection() {}

  public static Map<String, Object> of(
      @Nullable String bootstrapServers, @Nullable String username, @Nullable String password) {
    Map<String, Object> config = new HashMap<>();
    config.put(
        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
        bootstrapServers == null ? "" : bootstrapServers);
    if (username != null && !username.isEmpty()) {
      config.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "SASL_PLAINTEXT");
      config.put(SaslConfigs.SASL_MECHANISM, "PLAIN");
      config.put(
          SaslConfigs.SASL_JAAS_CONFIG,
          "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\""
                  .formatted(username)
              + " password=\"%s\";".formatted(password == null ? "" : password));
    }
    return config;
  }
}
