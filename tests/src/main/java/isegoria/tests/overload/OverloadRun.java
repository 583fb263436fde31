package isegoria.tests.overload;

import isegoria.tests.client.Api;
import isegoria.tests.platform.Running;
import isegoria.tests.world.Imports;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Finds what a system can take, offers it twice that, lets it rest, and reads everything back. */
public final class OverloadRun {
  /** The gateway's limit of a call, {@code isegoria.calls.time-limit}: what it promises to keep. */
  static final Duration DEADLINE = Duration.ofSeconds(10);

  /** Beyond the deadline, so that a late answer is told from none. */
  private static final Duration PATIENCE = DEADLINE.plusSeconds(10);

  private static final int OVERLOAD = 2;
  private static final int CALLS_MAX = 8;

  private final Running running;
  private final Sizes sizes;
  private final List<Sent> writes = new ArrayList<>();

  public OverloadRun(Running running, Sizes sizes) {
    this.running = running;
    this.sizes = sizes;
  }

  /**
   * How long and how much.
   *
   * @param together how many people at once the ramp goes through, rising
   * @param growthMax per cent that a process may hold more after it than half-way
   */
  public record Sizes(
      int people,
      Duration warmUp,
      List<Integer> together,
      Duration step,
      Duration overload,
      Duration rest,
      int growthMax,
      long seed) {

    public Sizes {
      together = List.copyOf(together);
    }

    public static Sizes full(Duration overload, long seed) {
      return new Sizes(
          100,
          Duration.ofSeconds(60),
          List.of(4, 8, 16, 32, 64, 128),
          Duration.ofSeconds(8),
          overload,
          Duration.ofSeconds(10),
          25,
          seed);
    }

    /** Processes that have just started still grow: their memory is printed, hardly judged. */
    public static Sizes small(long seed) {
      return new Sizes(
          20,
          Duration.ofSeconds(3),
          List.of(16, 64),
          Duration.ofSeconds(2),
          Duration.ofSeconds(8),
          Duration.ofSeconds(3),
          100,
          seed);
    }
  }

  /** Prints each step; the result's line is printed last. */
  public OverloadResult run() {
    try (var api = new Api(running.origin(), CALLS_MAX);
        var operator = new Api(running.door("account-0"), CALLS_MAX);
        var sender = new Sender(running.origin(), PATIENCE)) {
      var imports = new Imports(operator, running.internalSecret(), CALLS_MAX);
      var load = new Load(sender, Crowd.gather(api, imports, sizes.people()), sizes.seed());
      double saturated = saturated(load);
      double offered = OVERLOAD * saturated;
      // By then heaps have grown to what such a load makes of them; a queue would go on growing.
      var halfWay =
          CompletableFuture.supplyAsync(
              running::residentKibibytes,
              CompletableFuture.delayedExecutor(
                  sizes.overload().toMillis() / 2, TimeUnit.MILLISECONDS));
      Load.Offered sent = load.open(offered, sizes.overload());
      writes.addAll(sent.sent());
      LockSupport.parkNanos(sizes.rest().toNanos());
      var memory = new MemoryUse(halfWay.join(), running.residentKibibytes(), sizes.growthMax());
      var result =
          new OverloadResult(
              saturated,
              offered,
              sizes.overload(),
              Tally.of(sent.sent(), DEADLINE),
              sent.heldBack(),
              new ReadBack(api).lost(writes),
              DEADLINE,
              memory);
      result.tally().examples().forEach(each -> System.out.println("overload: " + each));
      System.out.println("overload: " + new Times(sent.sent()).line());
      System.out.println("overload: MiB: " + memory.processes());
      System.out.println(result.line());
      return result;
    }
  }

  /** The best of all steps: one step alone may fall into a pause, or into compiling. */
  private double saturated(Load load) {
    writes.addAll(load.closed(sizes.together().getLast() / 4, sizes.warmUp()));
    double best = 0;
    for (int people : sizes.together()) {
      List<Sent> sent = load.closed(people, sizes.step());
      writes.addAll(sent);
      double rate = Load.successRate(sent, sizes.step());
      System.out.printf(
          "overload: %d at once: %.0f/s, %s, %s%n",
          people, rate, Tally.of(sent, DEADLINE).line(), new Times(sent).line());
      best = Math.max(best, rate);
    }
    return best;
  }
}
