package isegoria.tests.replay;

import isegoria.infra.DevSystem;
import isegoria.infra.ManagedProcess;
import isegoria.testkit.backing.EmbeddedBacking;
import isegoria.tests.client.Api;
import isegoria.tests.platform.Running;
import isegoria.tests.platform.Systems;
import isegoria.tests.replay.Recording.Question;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * Records what a system answers, kills its services, takes their stores and their tables away, and
 * asks again when they have made both from topics.
 */
public final class ReplayRun implements AutoCloseable {

  private static final Duration READY_MAX = Duration.ofMinutes(4);

  /** Counts and erasures trail what caused them; what still changes after these is wrong. */
  private static final int PASSES_MAX = 30;

  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

  private static final int CALLS_MAX = 24;

  private final DevSystem system;
  private final Api api;
  private final Database database;
  private final Documented documented;
  private final long start = System.nanoTime();
  private List<Question> questions = List.of();
  private Recording before = new Recording(Map.of());
  private final Set<String> flaws = new TreeSet<>();

  public ReplayRun(DevSystem system) {
    this.system = system;
    this.api = new Api(system.origin(), CALLS_MAX);
    this.database = Database.of(system.config());
    this.documented = Documented.in(Systems.root());
  }

  /** Loads the world and records what it answers once nothing changes any more. */
  public void record(ReplayWorld.Sizes sizes) throws IOException {
    questions = ReplayWorld.load(api, Running.of(system), sizes);
    before = settled();
    say(
        "%d answers recorded, %d of them refusals"
            .formatted(before.answers().size(), before.refusals()));
    Set<String> tables = database.tables();
    flaws.addAll(documented.flaws(tables));
    database
        .empty(documented.fromTopics())
        .forEach(
            table -> flaws.add(table + ": empty before (expected: rows, or nothing is shown)"));
  }

  private Recording settled() {
    Recording last = Recording.of(api, questions);
    List<String> differences = List.of();
    for (int pass = 0; pass < PASSES_MAX; pass++) {
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
      Recording now = Recording.of(api, questions);
      differences = last.differences(now);
      if (differences.isEmpty()) {
        return now;
      }
      last = now;
    }
    throw new IllegalStateException("answers still change: " + differences.getFirst());
  }

  /** Kills the services, drops their stores, empties their tables and starts them again. */
  public void empty() {
    List<ManagedProcess> services = system.parts().stream().filter(ReplayRun::hasTables).toList();
    services.forEach(ManagedProcess::kill);
    for (ManagedProcess service : services) {
      EmbeddedBacking.deleteRecursively(service.directory().resolve("streams"));
    }
    documented.fromTopics().forEach(database::empty);
    say("%d tables emptied, %d instances without stores".formatted(emptied(), services.size()));
    var starting = new ArrayList<CompletableFuture<Void>>();
    for (ManagedProcess service : services) {
      starting.add(
          CompletableFuture.runAsync(() -> service.restart(READY_MAX), Thread::startVirtualThread));
    }
    CompletableFuture.allOf(starting.toArray(CompletableFuture[]::new)).join();
    system.writeRunFile();
    say("services ready again");
  }

  /** Has every instance make its tables again. */
  public void rebuild() {
    try (Rebuilds rebuilds = Rebuilds.of(Running.of(system))) {
      long aggregates = rebuilds.all();
      say("tables rebuilt, %d aggregates applied".formatted(aggregates));
    }
  }

  /** A bug to be found: one table stays as empty as if no rebuild knew it. */
  public void forget(String table) {
    database.empty(table);
  }

  /** Asks everything again. */
  public ReplayResult compare() {
    return compare("");
  }

  /** Asks again what has this in its path. */
  public ReplayResult compare(String path) {
    List<Question> asked = questions.stream().filter(q -> q.path().contains(path)).toList();
    Recording first = before.where(path);
    Recording after = Recording.of(api, asked);
    Set<String> found = new TreeSet<>(flaws);
    database
        .empty(documented.fromTopics())
        .forEach(table -> found.add(table + ": empty after (expected: its rows, from topics)"));
    return new ReplayResult(
        emptied(),
        documented.notInTheLog().size(),
        List.copyOf(found),
        first.answers().size(),
        first.differences(after),
        (System.nanoTime() - start) / 60e9);
  }

  /** The gateway owns nothing, and the nodes stay. */
  private static boolean hasTables(ManagedProcess part) {
    return Documented.KEYSPACES.contains(part.name().replaceFirst("-\\d+$", ""));
  }

  private int emptied() {
    return documented.fromTopics().size();
  }

  private void say(String what) {
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.println("  replay: " + what + ", after %.0f s".formatted(seconds));
  }

  @Override
  public void close() {
    database.close();
    api.close();
  }
}
