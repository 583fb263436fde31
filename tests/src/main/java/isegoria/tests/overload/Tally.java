package isegoria.tests.overload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What became of all requests: each counts once, and a late one as late too.
 *
 * @param other answers that no overload excuses, and requests without an answer
 * @param late whatever came after the deadline
 * @param examples of what must not be, a few
 */
public record Tally(
    int successes, int unavailable, int limited, int other, int late, List<String> examples) {
  private static final int EXAMPLES_MAX = 10;

  public Tally {
    examples = List.copyOf(examples);
  }

  /** Counts everything that was sent. */
  static Tally of(Collection<Sent> all, Duration deadline) {
    int successes = 0;
    int unavailable = 0;
    int limited = 0;
    int other = 0;
    int late = 0;
    var examples = new ArrayList<String>();
    for (Sent sent : all) {
      boolean isLate = sent.took().compareTo(deadline) > 0;
      boolean isOther = !sent.isSuccess() && !sent.isShed();
      successes += sent.isSuccess() ? 1 : 0;
      unavailable += sent.isShed() && sent.status() == 503 ? 1 : 0;
      limited += sent.isShed() && sent.status() == 429 ? 1 : 0;
      other += isOther ? 1 : 0;
      late += isLate ? 1 : 0;
      if ((isLate || isOther) && examples.size() < EXAMPLES_MAX) {
        examples.add(shown(sent));
      }
    }
    return new Tally(successes, unavailable, limited, other, late, examples);
  }

  private static String shown(Sent sent) {
    return "%s: %s after %.1f s"
        .formatted(
            sent.step().call(),
            sent.status() == 0 ? sent.failure() : "status " + sent.status(),
            sent.took().toMillis() / 1e3);
  }

  boolean holds() {
    return isAgreed() && late == 0;
  }

  /** Whether every answer was one that an overload excuses, however late it came. */
  boolean isAgreed() {
    return other == 0 && successes > 0;
  }

  String line() {
    return "%,d successes, %,d × 503, %,d × 429, other %d, late %d"
        .formatted(successes, unavailable, limited, other, late);
  }
}
