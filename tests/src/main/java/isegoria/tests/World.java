package isegoria.tests;

import isegoria.tests.client.Api;
import isegoria.tests.platform.Running;
import isegoria.tests.platform.Systems;
import isegoria.tests.world.Comparison;
import isegoria.tests.world.EdgeList;
import isegoria.tests.world.Graph;
import isegoria.tests.world.Imports;
import isegoria.tests.world.Journal;
import isegoria.tests.world.Plan;
import isegoria.tests.world.Planner;
import isegoria.tests.world.PlantedBug;
import isegoria.tests.world.WorldRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Loads a graph of any size into a running system through its public API, lets people post, boost,
 * delete, unfollow and block, then reads every home and compares it with the definition.
 *
 * <p>From the environment: GRAPH (an edge list, else PEOPLE and EDGES of a generated one), POSTS,
 * ROUNDS, SEED, TEXT (a file, a text a line), CALLS at once, DATA of the running system, STATE (the
 * journal, to go on where a load was stopped), PLANT (a bug in the oracle: drop-follow or
 * keep-deleted).
 */
public final class World {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Calls under way: fewer than the 32 places that the gateway leaves a service that is slow. */
  private static final int CALLS_MAX = 30;

  private World() {}

  /** Prints what was found; exits with 1 when a home is not as it must be. */
  public static void main(String[] args) throws IOException {
    Settings setting = Settings.ofProcess();
    Path files = Systems.root().resolve(setting.text("DATA").orElse("data/dev"));
    Comparison comparison = run(setting, Running.writtenDown(files));
    System.exit(comparison.holds() ? 0 : 1);
  }

  /** Loads and compares as the setting says; the last line printed is the comparison's. */
  public static Comparison run(Settings setting, Running running) throws IOException {
    long start = System.nanoTime();
    long seed = setting.seed();
    Graph graph = graph(setting, seed);
    int posts = setting.number("POSTS", 5_000);
    int callsMax = setting.number("CALLS", CALLS_MAX);
    var sizes = new Planner.Sizes(posts, setting.number("ROUNDS", 10));
    Plan plan = Planner.plan(graph, sizes, texts(setting), seed);
    System.out.printf(
        "world: graph %s: %,d people, %,d follows, the most-followed with %,d; posts %,d; seed"
            + " %d%n",
        graph.name(), graph.people(), graph.edges(), graph.mostFollowed(), posts, seed);
    String world =
        "seed %d graph %d/%d posts %d".formatted(seed, graph.people(), graph.edges(), posts);
    Path state =
        Path.of(setting.text("STATE").orElse("target/world-" + world.replaceAll("\\W+", "-")));
    var options =
        new WorldRun.Options(
            callsMax,
            PATIENCE,
            Duration.ZERO,
            PlantedBug.named(setting.text("PLANT").orElse("none")));
    Comparison comparison;
    try (var api = new Api(running.origin(), callsMax);
        var operator = new Api(running.door("account-0"), callsMax);
        Journal journal = Journal.open(state, world)) {
      var run = new WorldRun(api, plan, journal, options);
      run.enrol(new Imports(operator, running.internalSecret(), callsMax));
      var cost = new StorageCost(running);
      run.load(cost::over);
      comparison = run.compare();
      System.out.println(cost.line());
    }
    System.out.printf("world: seed %d, %.1f minutes%n", seed, (System.nanoTime() - start) / 60e9);
    System.out.println(comparison.line());
    return comparison;
  }

  private static Graph graph(Settings setting, long seed) throws IOException {
    var file = setting.text("GRAPH").map(Path::of);
    if (file.isPresent() && Files.exists(file.get())) {
      return EdgeList.read(file.get());
    }
    file.ifPresent(missing -> System.out.println("world: GRAPH=" + missing + " is not there"));
    return Graph.generated(setting.number("PEOPLE", 1_000), setting.number("EDGES", 15_000), seed);
  }

  private static List<String> texts(Settings setting) throws IOException {
    var file = setting.text("TEXT").map(Path::of);
    return file.isEmpty()
        ? List.of()
        : Files.readAllLines(file.get()).stream().filter(line -> !line.isBlank()).toList();
  }
}
