package isegoria.benchmarks.fame;

import isegoria.benchmarks.load.Latencies;
import isegoria.tests.client.Person;
import isegoria.tests.platform.Running;

/**
 * What one read takes, one at a time.
 *
 * @param cpuMillis of all processes but the reader's, for a read
 * @param entries of the answer
 */
record ReadCost(double cpuMillis, double p50Millis, double p99Millis, int entries) {
  private static final int WARM_UP = 30;

  static ReadCost of(Running running, Person reader, String path, int reads) {
    for (int i = 0; i < Math.min(WARM_UP, reads); i++) {
      reader.get(path);
    }
    var took = new Latencies();
    double before = cpuSeconds(running);
    int entries = 0;
    for (int i = 0; i < reads; i++) {
      long start = System.nanoTime();
      var answer = reader.get(path).json();
      took.add(System.nanoTime() - start);
      entries = answer.has("descendants") ? answer.path("descendants").size() : answer.size();
    }
    return new ReadCost(
        (cpuSeconds(running) - before) * 1_000 / reads, took.millis(50), took.millis(99), entries);
  }

  static double cpuSeconds(Running running) {
    return running.cpuSeconds().values().stream().mapToDouble(each -> each).sum();
  }

  /** Processor time for each entry shown: a thread's answer has as many as there are. */
  double cpuMicrosAnEntry() {
    return entries == 0 ? 0 : cpuMillis * 1_000 / entries;
  }

  @Override
  public String toString() {
    return "%.1f ms of processor, p50 %.1f ms".formatted(cpuMillis, p50Millis);
  }
}
