package isegoria.benchmarks.load;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests of a load that ended with an error, and tells what the first one was. */
final class Failures {
  private final AtomicInteger failed = new AtomicInteger();

  void add(RuntimeException failure) {
    if (failed.getAndIncrement() == 0) {
      System.out.println("load: a request failed: " + failure);
    }
  }

  int count() {
    return failed.get();
  }
}
