package isegoria.tests.bench;

import isegoria.tests.platform.Running;
import isegoria.tests.platform.Traffic;
import isegoria.tests.world.ParallelTasks;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Does a request many times and looks at clock and processors meanwhile.
 *
 * @param count how often
 * @param before what is done before each request and is not timed, by its number
 * @param work one request
 */
public record Measuring(
    Running running,
    String what,
    @Nullable LatencyTarget aim,
    int count,
    IntConsumer before,
    IntConsumer work) {

  /** What follows an act, such as counts, is written within this. */
  private static final Duration FOLLOWS_WITHIN = Duration.ofSeconds(3);

  /** Whatever compiles and fills caches does so before anything is measured. */
  public void warmUp(int times, int atOnce) {
    ParallelTasks.run(times, atOnce, before.andThen(work));
  }

  public Measured measure(int atOnce) {
    long[] nanos = new long[count];
    Traffic trafficBefore = Traffic.of(running);
    Map<String, Double> taken = running.cpuSeconds();
    long start = System.nanoTime();
    ParallelTasks.run(
        count,
        atOnce,
        each -> {
          before.accept(each);
          long began = System.nanoTime();
          work.accept(each);
          nanos[each] = System.nanoTime() - began;
        });
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    var spent = new LinkedHashMap<String, Double>();
    running
        .cpuSeconds()
        .forEach((name, seconds) -> spent.put(name, seconds - taken.getOrDefault(name, 0.0)));
    LockSupport.parkNanos(FOLLOWS_WITHIN.toNanos());
    Traffic traffic = Traffic.of(running).since(trafficBefore);
    return Measured.of(what, aim, atOnce, nanos, took, spent, traffic);
  }
}
