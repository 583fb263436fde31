package isegoria.kafka;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.jspecify.annotations.Nullable;

/**
 * Where the brokers are, whether the way to them is encrypted, and how a client proves who it is.
 *
 * @param securityProtocol Kafka's: PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL
 * @param username and the password: for the two SASL protocols, by the mechanism PLAIN
 * @param truststore a PEM, JKS or PKCS12 file with the authorities that sign the brokers'
 *     certificates; null trusts those that the JVM trusts
 * @param truststorePassword for JKS and PKCS12
 */
public record KafkaConnection(
    String bootstrapServers,
    SecurityProtocol securityProtocol,
    @Nullable String username,
    @Nullable String password,
    @Nullable Path truststore,
    @Nullable String truststorePassword) {

  public KafkaConnection {
    boolean sasl =
        securityProtocol == SecurityProtocol.SASL_PLAINTEXT
            || securityProtocol == SecurityProtocol.SASL_SSL;
    if (sasl && (username == null || password == null)) {
      throw new IllegalArgumentException(
          "security-protocol: " + securityProtocol + " (expected: with username and password)");
    }
    if (!sasl && username != null) {
      throw new IllegalArgumentException(
          "security-protocol: "
              + securityProtocol
              + " with a username (expected: SASL_PLAINTEXT or SASL_SSL)");
    }
    boolean encrypted =
        securityProtocol == SecurityProtocol.SSL || securityProtocol == SecurityProtocol.SASL_SSL;
    if (!encrypted && truststore != null) {
      throw new IllegalArgumentException(
          "security-protocol: "
              + securityProtocol
              + " with a truststore (expected: SSL or SASL_SSL)");
    }
  }

  /** Brokers on the way to which no stranger listens: a developer's machine, a test. */
  public static KafkaConnection plaintext(String bootstrapServers) {
    return new KafkaConnection(
        bootstrapServers, SecurityProtocol.PLAINTEXT, null, null, null, null);
  }

  /**
   * As keys of a configuration give it, of which all but the first may be absent.
   *
   * @param securityProtocol absent, one of the two without TLS, by whether there is a username
   */
  public static KafkaConnection of(
      String bootstrapServers,
      @Nullable SecurityProtocol securityProtocol,
      @Nullable String username,
      @Nullable String password,
      @Nullable Path truststore,
      @Nullable String truststorePassword) {
    SecurityProtocol unencrypted =
        username == null ? SecurityProtocol.PLAINTEXT : SecurityProtocol.SASL_PLAINTEXT;
    return new KafkaConnection(
        bootstrapServers,
        securityProtocol == null ? unencrypted : securityProtocol,
        username,
        password,
        truststore,
        truststorePassword);
  }

  /** What each client is configured with. */
  public Map<String, Object> config() {
    Map<String, Object> config = new HashMap<>();
    config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    config.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, securityProtocol.name);
    if (username != null && password != null) {
      config.put(SaslConfigs.SASL_MECHANISM, "PLAIN");
      config.put(
          SaslConfigs.SASL_JAAS_CONFIG,
          PlainLoginModule.class.getName()
              + " required username=\"%s\" password=\"%s\";".formatted(username, password));
    }
    if (truststore != null) {
      config.put(SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG, truststore.toString());
      config.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, truststoreType(truststore));
      if (truststorePassword != null) {
        config.put(SslConfigs.SSL_TRUSTSTORE_PASSWORD_CONFIG, truststorePassword);
      }
    }
    return config;
  }

  private static String truststoreType(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".pem") || name.endsWith(".crt")) {
      return "PEM";
    }
    return name.endsWith(".jks") ? "JKS" : "PKCS12";
  }

  /** Without the passwords. */
  @Override
  public String toString() {
    return securityProtocol + "://" + bootstrapServers;
  }
}
