package isegoria.tests.survivor;

import isegoria.infra.DevSystem;
import isegoria.infra.Part;
import isegoria.tests.client.App;
import isegoria.tests.world.Comparison;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Kills each instance of timeline-service in turn, leaves it dead for a while, and starts it again,
 * while homes are read and posts are waited for.
 */
public final class Survival {
  private static final Duration READY_MAX = Duration.ofMinutes(3);
  private static final Duration BEFORE = Duration.ofSeconds(2);

  private final DevSystem system;
  private final Circle circle;
  private final Duration dead;

  private Survival(DevSystem system, Circle circle, Duration dead) {
    this.system = system;
    this.circle = circle;
    this.dead = dead;
  }

  /** One death. */
  private record Death(String name, double firstFreshSeconds) {
    @Override
    public String toString() {
      return "%s killed: first fresh read after %.1f s".formatted(name, firstFreshSeconds);
    }
  }

  /**
   * What became of it.
   *
   * @param failed reads that had no answer or another one than a page
   * @param silence the longest time without any page, in seconds
   * @param firstFresh the longest time from a kill until a post that began then was read, in
   *     seconds
   */
  public record Result(
      Comparison comparison,
      int answered,
      int failed,
      double silence,
      double firstFresh,
      String deaths) {

    public boolean holds() {
      return comparison.holds() && failed == 0;
    }

    public String line() {
      return "one of two: %s; reads %,d, failed %d, longest without one %.1f s; %s"
          .formatted(deaths, answered, failed, silence, comparison.line());
    }
  }

  /**
   * Runs it on a system of two instances.
   *
   * @param dead how long an instance stays away
   */
  public static Result run(
      DevSystem system, App app, int people, Duration dead, Function<String, String> freshName) {
    return new Survival(system, Circle.signUp(app, people, freshName), dead).run();
  }

  private Result run() {
    var writer = new Writer(circle);
    writer.post(BEFORE);
    var deaths = new ArrayList<Death>();
    var readers = new Readers(circle);
    try (readers) {
      for (String name : List.of("timeline-0", "timeline-1")) {
        Part victim = system.part(name);
        victim.kill();
        deaths.add(new Death(name, writer.postAndSee()));
        writer.post(dead);
        victim.restart(READY_MAX);
        system.writeRunFile();
        writer.post(BEFORE);
      }
    }
    return new Result(
        circle.compare(),
        readers.answered(),
        readers.failed(),
        readers.longestSilenceSeconds(),
        deaths.stream().mapToDouble(Death::firstFreshSeconds).max().orElse(0),
        String.join("; ", deaths.stream().map(Death::toString).toList()));
  }
}
