package isegoria.benchmarks.fame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Fan-in at its small size: everything is counted and listed, each once. */
final class FameIT {
  private static final FameRun.Sizes SIZES =
      new FameRun.Sizes(500, 400, 200, 150, 10, 20, Duration.ofSeconds(1), 3);

  /** A tombstone or a row for each follower would be more. */
  private static final long STANDING_BYTES_MAX = 8_000;

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
