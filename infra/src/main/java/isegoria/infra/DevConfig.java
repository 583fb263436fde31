package isegoria.infra;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What system to run and where. Everything else (ports, directories, names) follows from it.
 *
 * @param root the project's directory, where the services' jars were built
 * @param data where this system keeps everything it writes
 * @param bind the address that the gateway listens on
 * @param base added to every port but the public one, so that several systems can run
 * @param instances of each service behind the one gateway
 * @param secured whether Kafka and Cassandra ask for passwords
 * @param services which services to start, all by default
 * @param arguments further arguments of every service, by service or, as in {@code post-1}, by
 *     instance; {@code *} for all services, {@code kafka} for the broker, whose arguments are
 *     properties as in {@code key=value}
 */
public record DevConfig(
    Path root,
    Path data,
    String profile,
    String bind,
    int publicPort,
    int base,
    int instances,
    int partitions,
    boolean secured,
    Set<ServiceKind> services,
    Map<String, List<String>> arguments) {
  static final int PARTITIONS_DEFAULT = 6;
  private static final int PUBLIC_PORT_DEFAULT = 8080;
  private static final int INSTANCES_MAX = 9;

  public DevConfig {
    if (instances < 1 || instances > INSTANCES_MAX) {
      throw new IllegalArgumentException(
          "INSTANCES: %d (expected: 1 to %d)".formatted(instances, INSTANCES_MAX));
    }
    if (!List.of("dev", "compat", "prod").contains(profile)) {
      throw new IllegalArgumentException(
          "PROFILE: %s (expected: dev, compat or prod)".formatted(profile));
    }
    services = Set.copyOf(services);
    arguments = Map.copyOf(arguments);
  }

  /** As the environment says: PORT, PROFILE, INSTANCES, BASE, DATA, BIND, SECURED, ONLY. */
  public static DevConfig fromEnvironment(Map<String, String> environment) {
    Path root = Path.of(setting(environment, "ROOT").orElse("")).toAbsolutePath().normalize();
    int base = number(environment, "BASE", 0);
    Path data = root.resolve(setting(environment, "DATA").orElse("data/dev")).normalize();
    return new DevConfig(
        root,
        data,
        setting(environment, "PROFILE").orElse("dev"),
        setting(environment, "BIND").orElse("127.0.0.1"),
        number(environment, "PORT", PUBLIC_PORT_DEFAULT + base),
        base,
        number(environment, "INSTANCES", 1),
        PARTITIONS_DEFAULT,
        !setting(environment, "SECURED").orElse("true").equals("false"),
        services(setting(environment, "ONLY")),
        Map.of());
  }

  public DevConfig withData(Path directory) {
    return new DevConfig(
        root,
        directory,
        profile,
        bind,
        publicPort,
        base,
        instances,
        partitions,
        secured,
        services,
        arguments);
  }

  public DevConfig withPorts(int newPublicPort, int newBase) {
    return new DevConfig(
        root,
        data,
        profile,
        bind,
        newPublicPort,
        newBase,
        instances,
        partitions,
        secured,
        services,
        arguments);
  }

  public DevConfig withProfile(String newProfile) {
    return new DevConfig(
        root,
        data,
        newProfile,
        bind,
        publicPort,
        base,
        instances,
        partitions,
        secured,
        services,
        arguments);
  }

  public DevConfig withInstances(int count) {
    return new DevConfig(
        root,
        data,
        profile,
        bind,
        publicPort,
        base,
        count,
        partitions,
        secured,
        services,
        arguments);
  }

  public DevConfig withPartitions(int count) {
    return new DevConfig(
        root,
        data,
        profile,
        bind,
        publicPort,
        base,
        instances,
        count,
        secured,
        services,
        arguments);
  }

  public DevConfig withSecured(boolean asks) {
    return new DevConfig(
        root,
        data,
        profile,
        bind,
        publicPort,
        base,
        instances,
        partitions,
        asks,
        services,
        arguments);
  }

  public DevConfig withServices(Set<ServiceKind> some) {
    return new DevConfig(
        root,
        data,
        profile,
        bind,
        publicPort,
        base,
        instances,
        partitions,
        secured,
        some,
        arguments);
  }

  /** Further arguments of one instance, of one service's instances, or of all with {@code *}. */
  public DevConfig withArguments(String service, String... more) {
    var all = new HashMap<>(arguments);
    all.put(service, List.of(more));
    return new DevConfig(
        root, data, profile, bind, publicPort, base, instances, partitions, secured, services, all);
  }

  /** What wins over the broker's usual properties. */
  Map<String, String> brokerProperties() {
    var properties = new HashMap<String, String>();
    for (String argument : arguments.getOrDefault("kafka", List.of())) {
      String[] property = argument.split("=", 2);
      properties.put(property[0], property[1]);
    }
    return properties;
  }

  public URI origin() {
    return URI.create("http://localhost:" + publicPort);
  }

  public Path secretsDirectory() {
    return data.resolve("secrets");
  }

  public Path logsDirectory() {
    return data.resolve("logs");
  }

  public Path runFile() {
    return data.resolve("run.json");
  }

  public int kafkaPort() {
    return 19092 + base;
  }

  int kafkaControllerPort() {
    return 19093 + base;
  }

  public int cassandraPort() {
    return 19042 + base;
  }

  int cassandraStoragePort() {
    return 17000 + base;
  }

  public String kafkaBootstrapServers() {
    return "127.0.0.1:" + kafkaPort();
  }

  public String cassandraContactPoints() {
    return "127.0.0.1:" + cassandraPort();
  }

  private static Optional<String> setting(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  private static Set<ServiceKind> services(Optional<String> names) {
    if (names.isEmpty()) {
      return EnumSet.allOf(ServiceKind.class);
    }
    var chosen = EnumSet.noneOf(ServiceKind.class);
    if (names.get().equals("none")) {
      return chosen;
    }
    for (String name : names.get().split(",")) {
      chosen.add(ServiceKind.valueOf(name.strip().toUpperCase(Locale.ROOT)));
    }
    return chosen;
  }

  private static int number(Map<String, String> environment, String name, int otherwise) {
    Optional<String> value = setting(environment, name);
    try {
      return value.map(Integer::parseInt).orElse(otherwise);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + ": " + value.get() + " (expected: a number)", e);
    }
  }
}
