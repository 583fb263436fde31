package isegoria.infra;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What one process takes of the machine: resident memory, processor, disk. Read from /proc. */
record Footprint(
    String name,
    long pid,
    int port,
    long residentMebibytes,
    double cpuPercent,
    long diskMebibytes) {
  private static final long SAMPLE_MILLIS = 5_000;

  /** Linux counts processor time in ticks of a hundredth of a second, on every machine we know. */
  private static final double TICKS_PER_SECOND = 100;

  /** Looks twice, five seconds apart. */
  static List<Footprint> sample(List<RunFile.Entry> entries) throws InterruptedException {
    Map<Long, Long> before = new HashMap<>();
    entries.forEach(entry -> before.put(entry.pid(), ticks(entry.pid())));
    long began = System.nanoTime();
    Thread.sleep(SAMPLE_MILLIS);
    double seconds = (System.nanoTime() - began) / 1e9;
    var footprints = new ArrayList<Footprint>();
    for (RunFile.Entry entry : entries) {
      if (entry.alive().isEmpty()) {
        footprints.add(
            new Footprint(entry.name() + " (ended)", entry.pid(), entry.port(), 0, 0, 0));
        continue;
      }
      long ticks = ticks(entry.pid()) - before.getOrDefault(entry.pid(), 0L);
      boolean launcher = entry.name().equals("launcher");
      footprints.add(
          new Footprint(
              entry.name(),
              entry.pid(),
              entry.port(),
              residentMebibytes(entry.pid()),
              100.0 * ticks / TICKS_PER_SECOND / seconds,
              launcher ? 0 : diskMebibytes(Path.of(entry.directory()))));
    }
    return footprints;
  }

  static String table(String origin, List<Footprint> footprints, Path data) {
    var text = new StringBuilder();
    String row = "%-14s %7s %6s %9s %7s %9s%n";
    text.append(row.formatted("process", "pid", "port", "RSS MiB", "CPU %", "disk MiB"));
    long memory = 0;
    double cpu = 0;
    for (Footprint each : footprints) {
      memory += each.residentMebibytes();
      cpu += each.cpuPercent();
      text.append(
          row.formatted(
              each.name(),
              each.pid(),
              each.port(),
              each.residentMebibytes(),
              String.format(Locale.ROOT, "%.1f", each.cpuPercent()),
              each.diskMebibytes()));
    }
    text.append(
        row.formatted(
            "all", "", "", memory, String.format(Locale.ROOT, "%.1f", cpu), diskMebibytes(data)));
    text.append("CPU in % of one core over 5 s; disk of all is ").append(data);
    return text.append(", ").append(origin).append(System.lineSeparator()).toString();
  }

  private static long ticks(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    } catch (IOException ended) {
      return 0;
    }
  }

  private static long residentMebibytes(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException ended) {
      return 0;
    }
  }

  /** By du, which counts blocks: Kafka's index files are sparse. */
  private static long diskMebibytes(Path directory) {
    try {
      Process du =
          new ProcessBuilder("du", "-sm", directory.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String answer =
          new String(du.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return answer.isEmpty() ? 0 : Long.parseLong(answer.split("\\s")[0]);
    } catch (IOException noDu) {
      return 0;
    }
  }
}
