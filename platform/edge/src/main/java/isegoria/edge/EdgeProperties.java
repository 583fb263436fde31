package isegoria.edge;

import isegoria.kafka.KafkaConnection;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The configuration of every process: the keys {@code isegoria.*}.
 *
 * @param service the name of topics and keyspace; absent, the application's name without its suffix
 * @param origin the public address of the whole system
 * @param instance which of several processes of this service this is, from 0
 * @param stateDir where stores of Kafka Streams survive a restart
 * @param secretsDir where keys and secrets lie as files
 * @param commandPatience how long a request waits for the answer to a command
 * @param readWaitMax how long a read waits until it shows what its reader wrote
 */
@ConfigurationProperties("isegoria")
public record EdgeProperties(
    @DefaultValue("") String service,
    @DefaultValue("http://localhost:8080") String origin,
    @DefaultValue("0") int instance,
    @DefaultValue("target/state") Path stateDir,
    @DefaultValue("target/secrets") Path secretsDir,
    @DefaultValue("5s") Duration commandPatience,
    @DefaultValue("2s") Duration readWaitMax,
    @DefaultValue Kafka kafka) {

  /**
   * Where the log is: the keys {@code isegoria.kafka.*}.
   *
   * @param username and the password: by SASL PLAIN
   * @param securityProtocol Kafka's: PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL; absent, one of the
   *     two without TLS, by whether there is a username
   * @param truststore PEM, JKS or PKCS12, with the authorities that sign the brokers' certificates;
   *     absent, those that the JVM trusts
   * @param partitions how many every partitioned topic has, frozen when it is created
   */
  public record Kafka(
      @DefaultValue("localhost:9092") String bootstrapServers,
      @Nullable String username,
      @Nullable String password,
      @Nullable SecurityProtocol securityProtocol,
      @Nullable Path truststore,
      @Nullable String truststorePassword,
      @DefaultValue("6") int partitions) {

    /** How clients reach the brokers; throws where the keys contradict each other. */
    public KafkaConnection connection() {
      return KafkaConnection.of(
          bootstrapServers, securityProtocol, username, password, truststore, truststorePassword);
    }

    /** Without the password. */
    @Override
    public String toString() {
      return bootstrapServers;
    }
  }
}
