package isegoria.tests;

import isegoria.infra.DevSystem;
import isegoria.tests.overload.OverloadResult;
import isegoria.tests.overload.OverloadRun;
import isegoria.tests.platform.Running;
import isegoria.tests.platform.Systems;
import java.time.Duration;

/**
 * Offers a running system twice what it can take and looks at every answer: a success, or a refusal
 * that says when to come back, in time; and what it acknowledged is there afterwards.
 *
 * <p>SECONDS and SEED from the environment; DATA names a running system, which must not limit rates
 * (PROFILE=compat), else the load would never reach an overload; without it one is started.
 */
public final class Overload {
  private static final int SECONDS = 60;

  private Overload() {}

  /** Exits with 1 when it does not hold. */
  public static void main(String[] args) {
    Settings setting = Settings.ofProcess();
    var data = setting.text("DATA");
    boolean holds;
    if (data.isPresent()) {
      holds = run(setting, Running.writtenDown(Systems.root().resolve(data.get()))).holds();
    } else {
      try (DevSystem system = Systems.startForLoad("overload", setting.number("INSTANCES", 2))) {
        holds = run(setting, Running.of(system)).holds();
      }
    }
    System.exit(holds ? 0 : 1);
  }

  /** At full size. */
  public static OverloadResult run(Settings setting, Running running) {
    long seed = setting.seed();
    System.out.println("overload: seed " + seed);
    var lasting = Duration.ofSeconds(setting.number("SECONDS", SECONDS));
    return new OverloadRun(running, OverloadRun.Sizes.full(lasting, seed)).run();
  }
}
