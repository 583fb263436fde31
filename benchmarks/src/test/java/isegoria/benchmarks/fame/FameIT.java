package isegoria.benchmarks.fame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Fan-in at its small size, on a system of its own: everything is counted and listed, each once.
 */
@Tag("proof")
final class FameIT {
  private static final FameRun.Sizes SIZES =
      new FameRun.Sizes(250, 200, 100, 80, 40, 6, 20, Duration.ofMillis(500), 1, 2);

  /** A tombstone or a row for each follower would be more. */
  private static final long STANDING_BYTES_MAX = 4_000;

  @Test
  void what_a_crowd_does_is_counted_and_listed_once() {
    FameResult result = FameRun.run("fame", SIZES, 7, System.out::println);
    System.out.println(result.line());
    assertThat(result.wrong()).isEmpty();
    assertThat((Long) result.fields().get("standing_partition_bytes"))
        .as("the account that all follow is nothing to them")
        .isPositive()
        .isLessThan(STANDING_BYTES_MAX);
  }
}
