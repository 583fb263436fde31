package isegoria.tests;

import isegoria.infra.DevSystem;
import isegoria.tests.platform.Systems;
import isegoria.tests.sweep.Result;
import isegoria.tests.sweep.SweepRun;
import java.io.IOException;

/**
 * Searches everything that a system of its own keeps and shows for words, secrets and addresses
 * that people used, before and after one of them is erased. SEED makes a run again; STORES=off
 * saves the minute that stores of Streams take.
 */
public final class Sweep {
  private static final int INSTANCES = 1;

  private Sweep() {}

  /** Prints the table and the result; exits with 1 when something is where it may not be. */
  public static void main(String[] args) throws IOException {
    Settings setting = Settings.ofProcess();
    boolean withStores = !setting.text("STORES").orElse("on").equals("off");
    Result result = run("sweep", setting.seed(), withStores);
    System.exit(result.holds() ? 0 : 1);
  }

  /**
   * Runs it on a system of its own.
   *
   * @param withStores whether the stores of Streams are waited for, which takes a minute more
   */
  public static Result run(String name, long seed, boolean withStores) throws IOException {
    System.out.println("sweep: seed " + seed);
    try (DevSystem system = Systems.start(name, INSTANCES, SweepRun::setUp)) {
      return told(new SweepRun(system, seed).run(withStores));
    }
  }

  /** Searches a running system for leaks; all accounts stay. */
  public static Result search(DevSystem system, long seed) throws IOException {
    System.out.println("sweep: seed " + seed);
    return told(new SweepRun(system, seed).search());
  }

  private static Result told(Result result) {
    result.leaks().forEach(line -> System.out.println("  leak: " + line));
    result.unseen().forEach(line -> System.out.println("  unseen: " + line));
    result.left().forEach(line -> System.out.println("  left: " + line));
    result.stored().forEach(line -> System.out.println("  uncompacted: " + line));
    System.out.println(result.line());
    return result;
  }
}
