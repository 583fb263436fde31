package isegoria.benchmarks.http;

import isegoria.tests.platform.Running;
import isegoria.tests.platform.Running.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Processor seconds of a process.
 *
 * @param all of all its threads
 * @param compiler of those that compile
 * @param machine of those that collect garbage and do what else the virtual machine does
 */
record CpuTime(double all, double compiler, double machine) {
  private static final double TICKS_PER_SECOND = 100;
  private static final int STAT_USER_TICKS = 11;

  /** Of each process so far, by its name. */
  static Map<String, CpuTime> byProcess(Running running) throws IOException {
    var taken = new HashMap<String, CpuTime>();
    Map<String, Double> seconds = running.cpuSeconds();
    for (Unit unit : running.units()) {
      taken.put(unit.name(), of(unit, seconds.getOrDefault(unit.name(), 0.0)));
    }
    return taken;
  }

  /** Of all processes together so far. */
  static CpuTime ofAll(Running running) throws IOException {
    return byProcess(running).values().stream().reduce(new CpuTime(0, 0, 0), CpuTime::plus);
  }

  /** Threads are told by their names, of which the system keeps fifteen letters. */
  private static CpuTime of(Unit unit, double all) throws IOException {
    double compiler = 0;
    double machine = 0;
    try (Stream<Path> threads = Files.list(Path.of("/proc/" + unit.pid() + "/task"))) {
      for (Path thread : threads.toList()) {
        String stat = stat(thread);
        String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
        if (name.contains("CompilerThre")) {
          compiler += seconds(stat);
        } else if (name.startsWith("VM ") || name.startsWith("GC ") || name.startsWith("G1 ")) {
          machine += seconds(stat);
        }
      }
    }
    return new CpuTime(all, compiler, machine);
  }

  private static String stat(Path thread) {
    try {
      return Files.readString(thread.resolve("stat"));
    } catch (IOException ended) {
      return "0 (ended) ";
    }
  }

  private static double seconds(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[STAT_USER_TICKS]) + Long.parseLong(fields[STAT_USER_TICKS + 1]))
        / TICKS_PER_SECOND;
  }

  private CpuTime plus(CpuTime other) {
    return new CpuTime(all + other.all, compiler + other.compiler, machine + other.machine);
  }

  /** The share of those that compile, 0 to 1. */
  double compilers() {
    return all == 0 ? 0 : compiler / all;
  }

  /** A thread that ended meanwhile takes back what it took: no less than nothing. */
  CpuTime since(CpuTime before) {
    return new CpuTime(
        all - before.all,
        Math.max(0, compiler - before.compiler),
        Math.max(0, machine - before.machine));
  }

  double java() {
    return Math.max(0, all - compiler - machine);
  }
}
