package isegoria.tests.platform;

import isegoria.infra.DevSystem;
import isegoria.infra.ManagedProcess;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Kills parts of a system, one after the other, at seeded random moments, and restarts each. */
public final class Killer {
  private static final Duration READY_MAX = Duration.ofMinutes(3);

  private final DevSystem system;
  private final Random random;

  public Killer(DevSystem system, long seed) {
    this.system = system;
    this.random = new Random(seed);
  }

  /** Kills each of these in turn; a name without a number gets a random instance. */
  public void killInTurn(List<String> names) {
    for (String name : names) {
      LockSupport.parkNanos(Duration.ofMillis(500 + random.nextInt(2_500)).toNanos());
      ManagedProcess victim = system.part(instanceOf(name));
      long start = System.nanoTime();
      victim.kill();
      LockSupport.parkNanos(Duration.ofMillis(random.nextInt(3_000)).toNanos());
      victim.restart(READY_MAX);
      system.writeRunFile();
      System.out.printf(
          "killed %s: ready again after %.1f s%n",
          victim.name(), (System.nanoTime() - start) / 1e9);
    }
  }

  private String instanceOf(String name) {
    boolean single = name.equals("kafka") || name.equals("cassandra") || name.contains("-");
    if (single) {
      return name;
    }
    return name.equals("gateway")
        ? "gateway-0"
        : name + "-" + random.nextInt(system.config().instances());
  }
}
