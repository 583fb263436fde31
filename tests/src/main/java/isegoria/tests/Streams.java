package isegoria.tests;

import isegoria.infra.DevSystem;
import isegoria.tests.client.Api;
import isegoria.tests.live.StreamsRun;
import isegoria.tests.platform.Systems;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Holds what open streams tell against the feeds, while an instance dies: PEOPLE, SECONDS. */
public final class Streams {
  private static final int PEOPLE = 200;
  private static final int SECONDS = 60;
  private static final int CALLS_MAX = 64;

  private Streams() {}

  /** Exits with 1 when a stream told less or more than its feed has. */
  public static void main(String[] args) {
    Settings setting = Settings.ofProcess();
    try (DevSystem system = Systems.start("streams", 2)) {
      System.exit(run(system, setting).holds() ? 0 : 1);
    }
  }

  static StreamsRun.Result run(DevSystem system, Settings setting) {
    var sizes =
        new StreamsRun.Sizes(
            setting.number("PEOPLE", PEOPLE),
            Duration.ofSeconds(setting.number("SECONDS", SECONDS)),
            setting.seed());
    try (var api = new Api(system.origin(), CALLS_MAX)) {
      String run = Long.toString(System.currentTimeMillis() % 10_000_000);
      var number = new AtomicInteger();
      StreamsRun.Result result =
          StreamsRun.run(system, api, sizes, name -> name + run + "_" + number.incrementAndGet());
      System.out.println(result.line());
      return result;
    }
  }
}
