package isegoria.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which brokers a command is for; those of the running development system, if it is not said. */
final class Brokers {

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT,...",
      description = "Addresses of brokers; default: that of the running development system.")
  private @Nullable String bootstrapServers;

  @Option(
      names = "--command-config",
      paramLabel = "FILE",
      description = "Properties of the connection; with --bootstrap-servers only.")
  private @Nullable Path commandConfig;

  @Mixin private DevelopmentSystem development = new DevelopmentSystem();

  /** How to connect, as an operator. */
  Map<String, Object> connection() {
    String given = bootstrapServers;
    Map<String, Object> connection = given == null ? discovered() : configured();
    if (given != null) {
      connection.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, given);
    }
    return connection;
  }

  private Map<String, Object> configured() {
    Map<String, Object> connection = new HashMap<>();
    Path file = commandConfig;
    if (file != null) {
      var properties = new Properties();
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IOException unreadable) {
        throw CliException.unreachable(file + ": unreadable (expected: properties)");
      }
      properties.stringPropertyNames().forEach(k -> connection.put(k, properties.getProperty(k)));
    }
    return connection;
  }

  private Map<String, Object> discovered() {
    int port =
        development.ports(Pattern.compile("kafka"), "kafka", "--bootstrap-servers").getFirst();
    String password =
        DevelopmentSystem.json(development.secret("passwords.json")).path("operator").asString("");
    Map<String, Object> connection = new HashMap<>();
    connection.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + port);
    if (!password.isEmpty()) {
      connection.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "SASL_PLAINTEXT");
      connection.put(SaslConfigs.SASL_MECHANISM, "PLAIN");
      connection.put(
          SaslConfigs.SASL_JAAS_CONFIG,
          "%s required username=\"operator\" password=\"%s\";"
              .formatted(PlainLoginModule.class.getName(), password));
    }
    return connection;
  }
}
