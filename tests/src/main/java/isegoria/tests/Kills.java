package isegoria.tests;

import isegoria.infra.DevSystem;
import isegoria.tests.client.Api;
import isegoria.tests.platform.Killer;
import isegoria.tests.platform.Running;
import isegoria.tests.platform.Systems;
import isegoria.tests.world.Comparison;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * Kills every service, Kafka and Cassandra in turn while people post and follow at a steady rate,
 * then asks the oracle whether anything acknowledged is missing or anything else is there.
 */
public final class Kills {
  /** What is killed when nothing else is asked for. */
  static final List<String> ALL =
      List.of("account", "post", "timeline", "moderation", "gateway", "kafka", "cassandra");

  /** Long enough for the slowest restart: an act is repeated until it is known. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final Duration PACE = Duration.ofMillis(60);
  private static final int AT_ONCE_MAX = 8;

  private Kills() {}

  /** Starts a system, kills it part by part and compares; exits with 1 when a home is wrong. */
  public static void main(String[] args) throws IOException {
    Settings setting = Settings.ofProcess();
    var sizes =
        new Sizes(
            setting.number("PEOPLE", 200), setting.number("POSTS", 2_000), ALL, setting.seed());
    try (DevSystem system = Systems.start("kills", 2)) {
      Comparison comparison = run(system, sizes);
      System.exit(comparison.holds() ? 0 : 1);
    }
  }

  /**
   * How much is posted and what is killed.
   *
   * @param names services, or instances of them, in the order of their death
   */
  public record Sizes(int people, int posts, List<String> names, long seed) {
    public Sizes {
      names = List.copyOf(names);
    }
  }

  /** Kills while a world is loaded into the system, then compares. */
  public static Comparison run(DevSystem system, Sizes sizes) throws IOException {
    return run(system, sizes, killer -> killer.killInTurn(sizes.names()));
  }

  /** Has the kills done by another, who may look at more than homes meanwhile. */
  static Comparison run(DevSystem system, Sizes sizes, Consumer<Killer> kills) throws IOException {
    Graph graph = Graph.generated(sizes.people(), sizes.people() * 8, sizes.seed());
    int rounds = Math.min(5, sizes.posts());
    Plan plan =
        Planner.plan(graph, new Planner.Sizes(sizes.posts(), rounds), List.of(), sizes.seed());
    Running running = Running.of(system);
    Path journals = Files.createTempDirectory("kills");
    var options = new WorldRun.Options(AT_ONCE_MAX, PATIENCE, PACE, PlantedBug.NONE);
    try (var api = new Api(system.origin(), AT_ONCE_MAX);
        var operator = new Api(running.door("account-0"), AT_ONCE_MAX);
        Journal journal = Journal.open(journals.resolve("journal"), "kills")) {
      var run = new WorldRun(api, plan, journal, options);
      run.enrol(new Imports(operator, running.internalSecret(), AT_ONCE_MAX));
      var killing =
          CompletableFuture.runAsync(
              () -> kills.accept(new Killer(system, sizes.seed())), Thread::startVirtualThread);
      run.load(phase -> {});
      boolean allKilledMeanwhile = killing.isDone();
      join(killing);
      Comparison comparison = run.compare();
      System.out.printf(
          "kills: %s, seed %d, %s%n",
          String.join(", ", sizes.names()),
          sizes.seed(),
          allKilledMeanwhile ? "all while loading" : "the load ended before the last kill");
      System.out.println("kills: " + comparison.line());
      return comparison;
    }
  }

  private static void join(CompletableFuture<Void> killing) {
    try {
      killing.join();
    } catch (CompletionException e) {
      throw new IllegalStateException("a killed part did not come back", e.getCause());
    }
  }
}
