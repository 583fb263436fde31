package isegoria.tests;

import isegoria.infra.DevSystem;
import isegoria.tests.client.Api;
import isegoria.tests.client.App;
import isegoria.tests.platform.Systems;
import isegoria.tests.survivor.Survival;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Kills one of two instances of timeline-service while homes are read: PEOPLE, SECONDS of death.
 */
public final class OneOfTwo {
  private static final int PEOPLE = 20;
  private static final int DEAD_SECONDS = 20;
  private static final int CALLS_MAX = 32;

  private OneOfTwo() {}

  /** Exits with 1 when a read failed or a home is wrong. */
  public static void main(String[] args) {
    Settings setting = Settings.ofProcess();
    try (DevSystem system = Systems.start("one-of-two", 2)) {
      System.exit(run(system, setting).holds() ? 0 : 1);
    }
  }

  static Survival.Result run(DevSystem system, Settings setting) {
    int people = setting.number("PEOPLE", PEOPLE);
    Duration dead = Duration.ofSeconds(setting.number("SECONDS", DEAD_SECONDS));
    try (var api = new Api(system.origin(), CALLS_MAX)) {
      String run = Long.toString(System.currentTimeMillis() % 10_000_000);
      var number = new AtomicInteger();
      Survival.Result result =
          Survival.run(
              system,
              App.register(api),
              people,
              dead,
              name -> name + run + "_" + number.incrementAndGet());
      System.out.println(result.line());
      return result;
    }
  }
}
