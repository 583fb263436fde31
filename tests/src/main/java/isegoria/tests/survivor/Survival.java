package isegoria.tests.survivor;

import isegoria.infra.DevSystem;
import isegoria.infra.ManagedProcess;
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
  private static final List<String> VICTIMS = List.of("timeline-0", "timeline-1");

  private static final Duration READY_MAX = Duration.ofMinutes(3);
  private static final Duration BEFORE = Duration.ofSeconds(2);

  /** Until a post is read that begins when an instance dies: told, and fails nothing. */
  private static final Duration FRESH_AIM = Duration.ofSeconds(15);

  private final DevSystem system;
  private final Circle circle;
  private final Duration dead;

  private Survival(DevSystem system, Circle circle, Duration dead) {
    this.system = system;
    this.circle = circle;
    this.dead = dead;
  }

  /**
   * One death.
   *
   * @param freshSeconds until what everybody posted then was read
   * @param laterSeconds the longest time for what was posted after that
   */
  private record Death(String name, double freshSeconds, double laterSeconds) {
    double longest() {
      return Math.max(freshSeconds, laterSeconds);
    }

    @Override
    public String toString() {
      return "%s killed: everybody's post read after %.1f s, later ones after %.1f s at most"
          .formatted(name, freshSeconds, laterSeconds);
    }
  }

  /**
   * What became of it.
   *
   * @param cutOff answers that ended in the middle; at most those under way at the deaths
   * @param failed reads that had another answer than a page
   * @param firstFailure what became of the first of them
   * @param partial pages that lacked a post which every instance had had before
   * @param silence the longest time without any page, in seconds
   * @param fresh the longest time until a post that began after a kill was read, in seconds; the
   *     aim is {@link #FRESH_AIM}
   */
  public record Result(
      Comparison comparison,
      int answered,
      int cutOff,
      int failed,
      String firstFailure,
      int partial,
      double silence,
      double fresh,
      String deaths) {

    public boolean holds() {
      return comparison.holds()
          && failed == 0
          && partial == 0
          && cutOff <= VICTIMS.size() * Readers.CLIENTS;
    }

    public String line() {
      return ("one of two: %s (aim %d s: %s); reads %,d, cut off %d, failed %d%s, partial %d,"
              + " longest without one %.1f s; %s")
          .formatted(
              deaths,
              FRESH_AIM.toSeconds(),
              fresh <= FRESH_AIM.toSeconds() ? "met" : "missed",
              answered,
              cutOff,
              failed,
              firstFailure.isEmpty() ? "" : " (first: " + firstFailure + ")",
              partial,
              silence,
              comparison.line());
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
    double _ = writer.post(BEFORE);
    var deaths = new ArrayList<Death>();
    var readers = new Readers(circle);
    try (readers) {
      for (String name : VICTIMS) {
        ManagedProcess victim = system.part(name);
        circle.settle();
        double _ = writer.post(BEFORE);
        victim.kill();
        deaths.add(new Death(name, writer.postByAll(), writer.post(dead)));
        victim.restart(READY_MAX);
        system.writeRunFile();
        double _ = writer.post(BEFORE);
      }
    }
    return new Result(
        circle.compare(),
        readers.answered(),
        readers.cutOff(),
        readers.failed(),
        readers.firstFailure(),
        readers.partial(),
        readers.longestSilenceSeconds(),
        deaths.stream().mapToDouble(Death::longest).max().orElse(0),
        String.join("; ", deaths.stream().map(Death::toString).toList()));
  }
}
