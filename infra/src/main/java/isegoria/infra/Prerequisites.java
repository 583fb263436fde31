package isegoria.infra;

import isegoria.testkit.backing.Jdk;
import isegoria.testkit.backing.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a machine must offer before anything starts: JDKs, free ports, memory, disk. */
final class Prerequisites {
  static final long MEMORY_MEBIBYTES_MIN = 4 * 1024L;
  static final long DISK_MEBIBYTES_MIN = 2 * 1024L;
  private static final long MEBIBYTE = 1024 * 1024L;
  private static final Path MEMINFO = Path.of("/proc/meminfo");

  private Prerequisites() {}

  /** One line for everything that is missing; empty when all is there. */
  static List<String> missing(DevConfig config) {
    var lines = new ArrayList<String>();
    for (int release : new int[] {25, 17}) {
      if (Jdk.find(release).isEmpty()) {
        lines.add(
            "JDK %d: not found; install one below /usr/lib/jvm or set JAVA%d_HOME to it"
                .formatted(release, release));
      }
    }
    ports(config)
        .forEach((port, user) -> {
          if (!Ports.isFree(port)) {
            lines.add(
                "port %d (%s): taken; stop its user, or run with %s"
                    .formatted(
                        port,
                        user,
                        port == config.publicPort() ? "PORT=<other>" : "BASE=<offset>"));
          }
        });
    if (!Ports.isOpenToClients(config.publicPort())) {
      lines.add(
          "port %d: browsers and Node refuse to connect to it; run with PORT=<other>"
              .formatted(config.publicPort()));
    }
    addMemory(lines);
    addDisk(config, lines);
    return lines;
  }

  /** Every port of the system and who listens there. */
  static Map<Integer, String> ports(DevConfig config) {
    var ports = new LinkedHashMap<Integer, String>();
    ports.put(config.kafkaPort(), "Kafka");
    ports.put(config.kafkaControllerPort(), "Kafka's controller");
    ports.put(config.cassandraPort(), "Cassandra");
    ports.put(config.cassandraStoragePort(), "Cassandra's storage");
    for (ServiceKind kind : ServiceKind.values()) {
      for (int instance = 0; instance < kind.instances(config); instance++) {
        ports.put(kind.port(config, instance), kind.label());
        ports.put(kind.managementPort(config, instance), kind.label() + "'s management");
      }
    }
    return ports;
  }

  private static void addMemory(List<String> lines) {
    try {
      for (String line : Files.readAllLines(MEMINFO)) {
        if (line.startsWith("MemAvailable:")) {
          long free = Long.parseLong(line.replaceAll("\\D", "")) / 1024;
          if (free < MEMORY_MEBIBYTES_MIN) {
            lines.add(
                "memory: %d MiB free (expected: %d); close something"
                    .formatted(free, MEMORY_MEBIBYTES_MIN));
          }
        }
      }
    } catch (IOException notLinux) {
      // Only Linux tells what is free without a tool; elsewhere the operating system decides.
    }
  }

  private static void addDisk(DevConfig config, List<String> lines) {
    try {
      Files.createDirectories(config.data());
      long free = Files.getFileStore(config.data()).getUsableSpace() / MEBIBYTE;
      if (free < DISK_MEBIBYTES_MIN) {
        lines.add(
            "disk of %s: %d MiB free (expected: %d); make room or set DATA to another directory"
                .formatted(config.data(), free, DISK_MEBIBYTES_MIN));
      }
    } catch (IOException e) {
      lines.add(config.data() + ": cannot be written; set DATA to another directory");
    }
  }
}
