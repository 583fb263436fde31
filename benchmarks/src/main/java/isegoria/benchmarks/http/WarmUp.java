package isegoria.benchmarks.http;

import isegoria.tests.platform.Running;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Loads a system until its compilers have little left to do, so that what is measured then is what
 * the work costs and not what the start of ten processes does.
 *
 * @param lengthMax after which it is measured whatever the compilers do; their share is told
 */
record WarmUp(Running running, Duration lengthMax, Consumer<String> progress) {

  /** The share of all processor time at which compilers do not matter. */
  private static final double COMPILERS_MAX = 0.05;

  /** A load, after which it is looked at what compilers took in it. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(20);

  /** What is loaded for a while. */
  @FunctionalInterface
  interface Load {
    void goOn(Duration length);
  }

  /** The share that compilers had in the end. */
  double with(Load load) throws IOException {
    long start = System.nanoTime();
    double share;
    do {
      CpuTime before = CpuTime.ofAll(running);
      load.goOn(LOOK_EVERY.compareTo(lengthMax) < 0 ? LOOK_EVERY : lengthMax);
      share = CpuTime.ofAll(running).since(before).compilers();
    } while (share > COMPILERS_MAX && System.nanoTime() - start < lengthMax.toNanos());
    progress.accept(
        "http: warmed up for %.0f s, compilers take %.0f %%"
            .formatted((System.nanoTime() - start) / 1e9, 100 * share));
    return share;
  }
}
