package isegoria.tests.sweep;

import isegoria.infra.DevConfig;
import isegoria.infra.DevSystem;
import isegoria.infra.ManagedProcess;
import isegoria.tests.client.Api;
import isegoria.tests.platform.Running;
import isegoria.tests.sweep.Place.Kind;
import isegoria.tests.world.ParallelTasks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** One sweep over one system: the journey, the search, the erasure, the search again. */
public final class SweepRun {
  private static final int CALLS_MAX = 4;
  private static final Duration PACE = Duration.ofSeconds(2);

  private static final Duration GONE_MAX = Duration.ofMinutes(4);

  /** Streams cuts its window stores by the minute at least, and drops a piece after its window. */
  private static final Duration STORES_PASS = Duration.ofSeconds(75);

  private static final Duration STOP_MAX = Duration.ofSeconds(15);
  private static final Duration READY_MAX = Duration.ofMinutes(3);

  /** Twice: a file may be replaced while it is looked for. */
  private static final int CLEAN_LOOKS = 2;

  private final DevSystem system;
  private final DevConfig config;
  private final Marks marks;
  private final SystemSearch watch;

  /** Sweeps a system that was set up with {@link #setUp}. */
  public SweepRun(DevSystem system, long seed) {
    this.system = system;
    this.config = system.config();
    this.marks = new Marks(seed);
    this.watch = new SystemSearch(system);
  }

  /** What a system needs so that a day passes in seconds. */
  public static DevConfig setUp(DevConfig config) {
    return RetentionWindows.shortened(config);
  }

  /** Looks for leaks while the person is there; the system runs on. */
  public Result search() throws IOException {
    try (var visit = new Visit()) {
      List<Mark> made = visit.walk();
      SearchResult seen = watch.look(made, false);
      return result(made, seen, unseen(seen), List.of(), List.of(), plantedFound());
    }
  }

  /**
   * Everything; the system is stopped at the end, so that all of it is on disk.
   *
   * @param withStores whether the stores of Streams are searched in earnest: services restart
   *     before the first search, so that words are on disk, and their window is waited for
   */
  public Result run(boolean withStores) throws IOException {
    try (var visit = new Visit()) {
      List<Mark> made = visit.walk();
      if (withStores) {
        restart();
      }
      SearchResult before = watch.look(made, false);
      if (withStores) {
        before.table(made).forEach(line -> System.out.println("  " + line));
      }
      RetentionWindows.shorten(config);
      visit.operator.erase(visit.journey.goingName());
      awaitGone(visit.journey, withStores);
      int found = plantedFound();
      system.close();
      SearchResult after = new FileSearch(made).files(config.data()).found();
      return result(
          made,
          before,
          unseen(before, after),
          after.lines(erasable(), place -> !keepsWhile(place, withStores)),
          after.lines(erasable(), place -> keepsWhile(place, withStores)),
          found);
    }
  }

  /** The person's way through a system whose tables can be searched. */
  private final class Visit implements AutoCloseable {
    private final Api api;
    private final Api door;
    private final Operator operator;
    private final Journey journey;

    Visit() throws IOException {
      say("%d tables opened".formatted(Tables.open(config)));
      Running running = Running.of(system);
      marks.learned(MarkKind.INTERNAL_SECRET, "", running.internalSecret());
      marks.learned(MarkKind.SIGNED_TOKEN, "any", "eyJhbGciOi");
      marks.learned(MarkKind.SIGNED_TOKEN, "any, key first", "eyJraWQiOi");
      URI origin = URI.create("http://127.0.0.1:" + config.publicPort());
      this.api = new Api(origin, CALLS_MAX, InetAddress.getByName(marks.address()));
      this.door = new Api(running.door("account-0"), CALLS_MAX);
      this.operator = new Operator(door, running.internalSecret());
      this.journey = new Journey(api, operator, marks);
    }

    List<Mark> walk() throws IOException {
      journey.walk();
      say("%d marks made".formatted(marks.all().size()));
      return marks.all();
    }

    @Override
    public void close() {
      door.close();
      api.close();
    }
  }

  /** How many of the leaks made on purpose a look finds. */
  private int plantedFound() throws IOException {
    List<Mark> planted = PlantedLeak.in(system, marks);
    return watch.look(planted, false).leaks(planted).size();
  }

  private static Result result(
      List<Mark> made,
      SearchResult seen,
      List<String> unseen,
      List<String> left,
      List<String> stored,
      int plantedFound) {
    return new Result(
        made.size(),
        seen.topics(),
        seen.places(Kind.TABLE),
        seen.places(Kind.LOG),
        seen.leaks(made),
        unseen,
        left,
        stored,
        PlantedLeak.LEAKS,
        plantedFound);
  }

  /** Marks of the person that are stored at all: secrets were nowhere before. */
  private List<Mark> erasable() {
    return marks.erased().stream()
        .filter(
            mark -> mark.kind() != MarkKind.INTERNAL_SECRET && !mark.what().startsWith("planted"))
        .toList();
  }

  /**
   * Whether RocksDB may have it for longer: what was replaced until it compacts the file by itself,
   * and, where they were not waited for, first answers.
   */
  private static boolean keepsWhile(Place place, boolean withStores) {
    return place.kind() == Kind.STATE && (!withStores || place.name().endsWith("/aggregates"));
  }

  private void restart() {
    List<ManagedProcess> services =
        system.parts().stream().filter(part -> part.name().endsWith("-0")).toList();
    ParallelTasks.run(services.size(), services.size(), at -> services.get(at).stop(STOP_MAX));
    ParallelTasks.run(services.size(), services.size(), at -> services.get(at).restart(READY_MAX));
    say("%d services restarted".formatted(services.size()));
  }

  private void awaitGone(Journey journey, boolean withStores) throws IOException {
    Instant start = Instant.now();
    Instant least = start.plus(withStores ? STORES_PASS : Duration.ZERO);
    int clean = 0;
    while (clean < CLEAN_LOOKS && Instant.now().isBefore(start.plus(GONE_MAX))) {
      journey.goOn();
      SearchResult now = watch.look(erasable(), true);
      // The node's own log is cut when the node stops.
      int left =
          now.hits(
              erasable(),
              place -> place.kind() != Kind.COMMIT_LOG && !keepsWhile(place, withStores));
      clean = left == 0 && Instant.now().isAfter(least) ? clean + 1 : 0;
      say(
          "%3d s after the erasure: %s"
              .formatted(Duration.between(start, Instant.now()).toSeconds(), counts(now)));
      LockSupport.parkNanos(PACE.toNanos());
    }
  }

  private String counts(SearchResult now) {
    var counts = new ArrayList<String>();
    for (Kind kind : Kind.values()) {
      int hits = now.hits(erasable(), kind);
      if (hits > 0) {
        counts.add(hits + " in " + new Place(kind, ""));
      }
    }
    return counts.isEmpty() ? "nothing left" : String.join(", ", counts);
  }

  /** What must be found, or the search itself is broken. */
  private List<String> unseen(SearchResult first, SearchResult... later) {
    var unseen = new ArrayList<String>();
    Place open = Places.ofTopic("post.states.v1");
    for (Mark mark : marks.all()) {
      boolean stays = !mark.erased() && mark.kind() == MarkKind.PUBLIC_WORDS;
      boolean kept =
          Allowed.RULES.stream().anyMatch(rule -> rule.kinds().contains(mark.kind()))
              && !mark.what().startsWith("of a refused")
              && !mark.what().startsWith("planted");
      if (kept && first.hits(List.of(mark)) == 0) {
        unseen.add(mark + ": nowhere (expected: where it is kept)");
      }
      if (stays
          && Stream.concat(Stream.of(first), Stream.of(later))
              .anyMatch(look -> look.hits(mark, open) == 0)) {
        unseen.add(mark + ": not in " + open + " (expected: there at every look)");
      }
    }
    return unseen;
  }

  private static void say(String line) {
    System.out.println("sweep: " + line);
  }
}
