package isegoria.tests;

import isegoria.infra.DevConfig;
import isegoria.infra.DevSystem;
import isegoria.tests.platform.Systems;
import isegoria.tests.replay.ReplayResult;
import isegoria.tests.replay.ReplayRun;
import isegoria.tests.replay.ReplayWorld;
import java.io.IOException;

/**
 * Empties every table that docs/data.md says is in the log, has the services make them again from
 * topics, and compares what people are answered before and after, byte by byte. PEOPLE, POSTS and
 * SEED set the world.
 */
public final class Replay {
  private static final int INSTANCES = 2;
  private static final int DIFFERENCES_SHOWN = 20;

  private Replay() {}

  /** Prints what was found; exits with 1 when an answer is another one or a table stayed empty. */
  public static void main(String[] args) throws IOException {
    Settings setting = Settings.ofProcess();
    ReplayWorld.Sizes full = full(1, setting.seed());
    int people = setting.number("PEOPLE", full.people());
    int posts = setting.number("POSTS", full.posts());
    ReplayResult result =
        run(
            "replay",
            new ReplayWorld.Sizes(
                people, posts, full.viewers(), full.viewersEach(), full.postsAsked(), full.seed()));
    System.exit(result.holds() ? 0 : 1);
  }

  /** The sizes of a proof, divided by a scale. */
  static ReplayWorld.Sizes full(int scale, long seed) {
    int people = Math.max(ReplayWorld.PEOPLE_MIN, 120 / scale);
    return new ReplayWorld.Sizes(people, Math.max(20, 600 / scale), 20, 2, 150 / scale, seed);
  }

  /** Runs it on a system of its own. */
  public static ReplayResult run(String name, ReplayWorld.Sizes sizes) throws IOException {
    System.out.println("replay: seed " + sizes.seed());
    try (DevSystem system =
            Systems.start(name, INSTANCES, config -> withSnapshots(config, "timeline"));
        var run = new ReplayRun(system)) {
      run.record(sizes);
      run.empty();
      run.rebuild();
      return told(run.compare());
    }
  }

  /** Prints it, the first differences before the line that sums up. */
  static ReplayResult told(ReplayResult result) {
    result.differences().stream()
        .limit(DIFFERENCES_SHOWN)
        .forEach(line -> System.out.println("  different: " + line));
    result.flaws().forEach(line -> System.out.println("  flaw: " + line));
    System.out.println(result.line());
    return result;
  }

  /**
   * In a town that is small every page is found in memory, and no snapshot is made.
   *
   * @param timeline the service, or one instance of it
   */
  static DevConfig withSnapshots(DevConfig config, String timeline) {
    return config.withArguments(
        timeline,
        "--isegoria.timeline.recent-log-entries-max=2",
        "--isegoria.timeline.feed-staleness=2s");
  }
}
