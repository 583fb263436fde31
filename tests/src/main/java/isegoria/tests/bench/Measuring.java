package isegoria.tests.bench;

import isegoria.tests.platform.Running;
import isegoria.tests.world.Together;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Does a request many times and looks at clock and processors meanwhile.
 *
 * @param work one request, by its number
 */
public record Measuring(Running running, String what, Duration aim, IntConsumer work) {

  /** Whatever compiles and fills caches does so before anything is measured. */
  public void warmUp(int count, int atOnce) {
    Together.run(count, atOnce, work);
  }

  public Measured measure(int count, int atOnce) {
    long[] nanos = new long[count];
    Map<String, Double> before = running.cpuSeconds();
    long start = System.nanoTime();
    Together.run(
        count,
        atOnce,
        each -> {
          long began = System.nanoTime();
          work.accept(each);
          nanos[each] = System.nanoTime() - began;
        });
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    var spent = new LinkedHashMap<String, Double>();
    running
        .cpuSeconds()
        .forEach((name, seconds) -> spent.put(name, seconds - before.getOrDefault(name, 0.0)));
    return Measured.of(what, aim, atOnce, nanos, took, spent);
  }
}
