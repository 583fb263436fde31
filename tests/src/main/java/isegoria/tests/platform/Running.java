package isegoria.tests.platform;

import isegoria.infra.DevSystem;
import isegoria.infra.ManagedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running platform: its origin, its processes, its files. */
public record Running(URI origin, Path files, List<Unit> units) {
  private static final double TICKS_PER_SECOND = 100;
  private static final int STAT_USER_TICKS = 11;
  private static final int STAT_SYSTEM_TICKS = 12;

  public Running {
    units = List.copyOf(units);
  }

  /** One process. */
  public record Unit(String name, long pid, int port) {}

  /** What make dev started and wrote down below its files. */
  public static Running writtenDown(Path files) {
    Path run = files.resolve("run.json");
    if (!Files.exists(run)) {
      throw new IllegalStateException(
          run + ": not there (expected: a running system; PROFILE=compat make dev starts one)");
    }
    JsonNode all = new JsonMapper().readTree(run.toFile());
    var units = new ArrayList<Unit>();
    for (JsonNode unit : all.path("processes")) {
      if (!unit.path("name").asString().equals("launcher")) {
        units.add(
            new Unit(
                unit.path("name").asString(),
                unit.path("pid").asLong(),
                unit.path("port").asInt()));
      }
    }
    return new Running(URI.create(all.path("origin").asString()), files, units);
  }

  /** A system that this process started, as it is now. */
  public static Running of(DevSystem system) {
    return new Running(
        system.origin(),
        system.config().data(),
        system.parts().stream()
            .filter(ManagedProcess::isAlive)
            .map(part -> new Unit(part.name(), part.pid(), part.port()))
            .toList());
  }

  public Unit unit(String name) {
    return units.stream()
        .filter(unit -> unit.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("process: " + name + " does not run"));
  }

  /** Where a process listens itself, past the gateway. */
  public URI door(String name) {
    return URI.create("http://127.0.0.1:" + unit(name).port());
  }

  /** What lets an operator through the internal doors. */
  public String internalSecret() {
    try {
      return Files.readString(files.resolve("secrets/internal-secret")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Processor seconds that each process has taken since it began, in the order of their start. */
  public Map<String, Double> cpuSeconds() {
    var seconds = new LinkedHashMap<String, Double>();
    units.forEach(unit -> seconds.put(unit.name(), ticks(unit.pid()) / TICKS_PER_SECOND));
    return seconds;
  }

  /** Memory that each process holds now, in kibibytes, in the order of their start. */
  public Map<String, Long> residentKibibytes() {
    var kibibytes = new LinkedHashMap<String, Long>();
    units.forEach(unit -> kibibytes.put(unit.name(), residentKibibytes(unit.pid())));
    return kibibytes;
  }

  private static long residentKibibytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException ended) {
      return 0;
    }
  }

  private static long ticks(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      // The name of the command may hold spaces; what follows its bracket does not.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return Long.parseLong(fields[STAT_USER_TICKS]) + Long.parseLong(fields[STAT_SYSTEM_TICKS]);
    } catch (IOException ended) {
      return 0;
    }
  }

  /** Bytes of all records of the platform's topics. */
  public long kafkaBytes() {
    return bytes(files.resolve("kafka"), "", ".log");
  }

  /** Bytes of all tables of the platform's keyspaces; what is in memory is written out first. */
  public long cassandraBytes() {
    long sum = 0;
    Flush.all(unit("cassandra").pid());
    for (String keyspace : List.of("account", "post", "timeline", "moderation")) {
      sum += bytes(files.resolve("cassandra"), "/" + keyspace + "/", ".db");
    }
    return sum;
  }

  private static long bytes(Path directory, String part, String ending) {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(file -> file.toString().endsWith(ending))
          .filter(file -> file.toString().contains(part))
          .filter(file -> !file.toString().contains("/snapshots/"))
          .mapToLong(Running::size)
          .sum();
    } catch (IOException | UncheckedIOException compacted) {
      // A table may be compacted away while it is looked at: the next look has all.
      return bytes(directory, part, ending);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException gone) {
      return 0;
    }
  }
}
