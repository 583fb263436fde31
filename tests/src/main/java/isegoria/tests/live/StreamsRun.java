package isegoria.tests.live;

import isegoria.infra.DevSystem;
import isegoria.infra.ManagedProcess;
import isegoria.tests.client.Api;
import isegoria.tests.client.Person;
import isegoria.tests.platform.Running;
import isegoria.tests.world.Imports;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * People act at random while each of them listens, one instance of timeline-service dies in the
 * middle, and in the end what each stream told is held against the feeds.
 *
 * <p>A client that comes again loads what is newer than what it has, so it cannot learn what was
 * edited or deleted while it was away: around the death, people only post.
 */
public final class StreamsRun {
  private static final String VICTIM = "timeline-1";
  private static final Duration READY_MAX = Duration.ofMinutes(3);

  /** What was told and not yet sent when it dies is lost with it. */
  private static final Duration CALM = Duration.ofSeconds(1);

  private static final Duration CURRENT_MAX = Duration.ofMinutes(1);
  private static final Duration SETTLED_MAX = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final int WRITERS = 4;

  private final DevSystem system;
  private final Sizes sizes;
  private final List<Person> people;

  private StreamsRun(DevSystem system, Sizes sizes, List<Person> people) {
    this.system = system;
    this.sizes = sizes;
    this.people = people;
  }

  /** How many people, for how long. */
  public record Sizes(int people, Duration length, long seed) {}

  /**
   * What became of it.
   *
   * @param connections streams opened; more than one a person where an instance died
   */
  public record Result(Difference difference, int acts, int events, int connections, int people) {

    public boolean holds() {
      return difference.holds() && difference.compared() > 0 && connections > people;
    }

    public String line() {
      return "streams: people %d, acts %d, events %d, streams opened %d; %s"
          .formatted(people, acts, events, connections, difference);
    }
  }

  /** Runs it on a system of two instances. */
  public static Result run(
      DevSystem system, Api api, Sizes sizes, Function<String, String> freshName) {
    List<String> names =
        IntStream.range(0, sizes.people()).mapToObj(_ -> freshName.apply("live")).toList();
    return new StreamsRun(system, sizes, Imports.people(Running.of(system), api, names)).run();
  }

  private Result run() {
    var crowd = new Crowd(people, sizes.seed());
    crowd.follow();
    List<Listener> listeners = new ArrayList<>();
    try {
      for (int person = 0; person < people.size(); person++) {
        listeners.add(new Listener(people.get(person), crowd.listOf(person)));
      }
      awaitCurrent(listeners);
      int acts = act(crowd, listeners);
      Difference difference = settled(crowd, listeners);
      return new Result(
          difference,
          acts,
          listeners.stream().mapToInt(Listener::events).sum(),
          listeners.stream().mapToInt(Listener::connections).sum(),
          people.size());
    } finally {
      listeners.forEach(Listener::close);
    }
  }

  private int act(Crowd crowd, List<Listener> listeners) {
    long end = System.nanoTime() + sizes.length().toNanos();
    List<CompletableFuture<Integer>> writers =
        IntStream.range(0, WRITERS)
            .mapToObj(writer ->
                CompletableFuture.supplyAsync(
                    () -> crowd.actUntil(end, writer, WRITERS), Thread::startVirtualThread))
            .toList();
    LockSupport.parkNanos(sizes.length().dividedBy(3).toNanos());
    crowd.calm(true);
    LockSupport.parkNanos(CALM.toNanos());
    ManagedProcess victim = system.part(VICTIM);
    victim.kill();
    LockSupport.parkNanos(CALM.toNanos());
    awaitCurrent(listeners);
    crowd.calm(false);
    victim.restart(READY_MAX);
    system.writeRunFile();
    return writers.stream().mapToInt(CompletableFuture::join).sum();
  }

  private static void awaitCurrent(List<Listener> listeners) {
    long end = System.nanoTime() + CURRENT_MAX.toNanos();
    while (!listeners.stream().allMatch(Listener::isCurrent)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("streams: not all open after " + CURRENT_MAX);
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  /** What is under way arrives; what differs after that stays so. */
  private Difference settled(Crowd crowd, List<Listener> listeners) {
    long end = System.nanoTime() + SETTLED_MAX.toNanos();
    Difference found = compare(crowd, listeners);
    while (!found.holds() && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK.toNanos());
      found = compare(crowd, listeners);
    }
    return found;
  }

  private static Difference compare(Crowd crowd, List<Listener> listeners) {
    Difference all = Difference.NONE;
    for (int person = 0; person < listeners.size(); person++) {
      all = all.plus(listeners.get(person).compare(crowd.hiddenSince(person)));
    }
    return all;
  }
}
