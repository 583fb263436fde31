package isegoria.benchmarks.ladder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What all processes of a run have taken so far: processor time and bytes written to disk, the load
 * generator's own threads left out.
 */
public final class Costs {

  /** How the names of the generator's threads begin. */
  static final String GENERATOR = "generator";

  private static final double TICKS_PER_SECOND = 100;
  private static final int STAT_FIRST_TICKS = 11;
  private static final int STAT_TICKS = 4;

  private final List<Long> servers;

  /** Takes the processes besides this one; what they start counts too. */
  public Costs(List<Long> servers) {
    this.servers = List.copyOf(servers);
  }

  /**
   * Taken so far.
   *
   * @param cpuSeconds of all processes, in user and system mode
   * @param writtenBytes that were sent to disk
   */
  public record Taken(double cpuSeconds, long writtenBytes) {
    Taken since(Taken before) {
      return new Taken(cpuSeconds - before.cpuSeconds, writtenBytes - before.writtenBytes);
    }
  }

  public Taken now() {
    double seconds = -generatorSeconds();
    long bytes = 0;
    for (long pid : processes()) {
      seconds += cpuSeconds(pid);
      bytes += writtenBytes(pid);
    }
    return new Taken(seconds, bytes);
  }

  private List<Long> processes() {
    var all = new ArrayList<Long>(servers);
    all.add(ProcessHandle.current().pid());
    for (long server : servers) {
      ProcessHandle.of(server)
          .ifPresent(handle -> handle.descendants().forEach(child -> all.add(child.pid())));
    }
    return all;
  }

  private static double generatorSeconds() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long nanos = 0;
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (thread != null && thread.getThreadName().startsWith(GENERATOR)) {
        nanos += Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
      }
    }
    return nanos / 1e9;
  }

  /** Its own and that of children which have ended. */
  private static double cpuSeconds(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      // The name of the command may hold spaces; what follows its bracket does not.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long ticks = 0;
      for (int i = 0; i < STAT_TICKS; i++) {
        ticks += Long.parseLong(fields[STAT_FIRST_TICKS + i]);
      }
      return ticks / TICKS_PER_SECOND;
    } catch (IOException ended) {
      return 0;
    }
  }

  private static long writtenBytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/io"))) {
      return lines
          .filter(line -> line.startsWith("write_bytes:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException | UncheckedIOException ended) {
      return 0;
    }
  }
}
