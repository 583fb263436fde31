package isegoria.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which brokers a command is for; those of the running development system, if it is not said. */
final class Brokers {

  private static final JsonMapper JSON = new JsonMapper();

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

  @Option(
      names = "--data",
      paramLabel = "DATA",
      description = "Data directory of the development system; default: data/dev.")
  private Path data = Path.of(System.getProperty("isegoria.root", "."), "data", "dev").normalize();

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
        throw Failure.unreachable(file + ": unreadable (expected: properties)");
      }
      properties.stringPropertyNames().forEach(k -> connection.put(k, properties.getProperty(k)));
    }
    return connection;
  }

  private Map<String, Object> discovered() {
    JsonNode running = json(data.resolve("run.json"));
    for (JsonNode process : running.path("processes")) {
      if (process.path("name").asString("").equals("kafka")) {
        return asOperator(process.path("port").asInt());
      }
    }
    throw Failure.unreachable(
        data.resolve("run.json") + ": no kafka runs (expected: one, or --bootstrap-servers)");
  }

  private Map<String, Object> asOperator(int port) {
    String password =
        json(data.resolve("secrets").resolve("passwords.json")).path("operator").asString("");
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

  private JsonNode json(Path file) {
    if (!Files.exists(file)) {
      throw Failure.unreachable(
          "no system runs at " + data + " (expected: make dev, or --bootstrap-servers)");
    }
    try {
      return JSON.readTree(file.toFile());
    } catch (JacksonException unreadable) {
      throw Failure.unreachable(file + ": unreadable (expected: JSON)");
    }
  }
}
