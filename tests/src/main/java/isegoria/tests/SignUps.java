package isegoria.tests;

import isegoria.infra.DevSystem;
import isegoria.tests.client.Api;
import isegoria.tests.client.App;
import isegoria.tests.platform.Killer;
import isegoria.tests.platform.Systems;
import isegoria.tests.signup.SignUpAudit;
import isegoria.tests.signup.SignUpLoad;
import java.util.Collections;

/**
 * Kills an instance of account-service at random moments while people sign up, then looks that no
 * name and no address stays taken without an account. KILLS and SEED from the environment.
 */
public final class SignUps {
  private static final int CALLS_MAX = 16;
  static final int KILLS = 5;

  private SignUps() {}

  /** Exits with 1 when something is lost or stuck. */
  public static void main(String[] args) {
    Settings setting = Settings.ofProcess();
    try (DevSystem system = Systems.start("sign-ups", 2)) {
      System.exit(
          run(system, new Sizes(setting.number("KILLS", KILLS), true, setting.seed())).holds()
              ? 0
              : 1);
    }
  }

  /**
   * How often, and whether addresses are looked at too, which takes more than a minute.
   *
   * @param kills of account-0, one after the other
   */
  public record Sizes(int kills, boolean emails, long seed) {}

  /** Prints its line last. */
  public static SignUpAudit.Result run(DevSystem system, Sizes sizes) {
    try (var api = new Api(system.origin(), CALLS_MAX)) {
      SignUpAudit.Result result =
          run(App.register(api), new Killer(system, sizes.seed()), sizes.kills(), sizes.emails());
      System.out.println(result.line() + ", kills " + sizes.kills() + ", seed " + sizes.seed());
      return result;
    }
  }

  /** People of this app sign up while the instance is killed. */
  static SignUpAudit.Result run(App app, Killer killer, int kills, boolean emails) {
    var load = new SignUpLoad(app, "cut" + System.currentTimeMillis() % 10_000_000 + "_");
    load.start();
    killer.killInTurn(Collections.nCopies(kills, "account-0"));
    try {
      return new SignUpAudit(app, emails).of(load.stop());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
