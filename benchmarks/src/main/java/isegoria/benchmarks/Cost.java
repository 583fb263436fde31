package isegoria.benchmarks;

import java.lang.management.ManagementFactory;

/** Processor time and memory of this process. */
final class Cost {
  private Cost() {}

  /** Nanoseconds of processor that the calling thread takes for it. */
  static long cpuNanos(Runnable work) {
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    work.run();
    return threads.getCurrentThreadCpuTime() - before;
  }

  /** Bytes of the heap that are reachable. */
  static long heapBytes() {
    // The second finds what the first has made unreachable.
    System.gc();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
