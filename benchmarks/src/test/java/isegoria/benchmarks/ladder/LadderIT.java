package isegoria.benchmarks.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.benchmarks.SocialGraph;
import isegoria.benchmarks.ladder.ExpectedFeeds.Difference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every rung that can be had here, on a small network: pages are what was written. */
final class LadderIT {
  private static final Ladder.Sizes SIZES =
      new Ladder.Sizes(2, Duration.ofMillis(300), Duration.ofMillis(500), 40, 5, 0.7, 10);

  private static final Set<String> WITHOUT_PAGES = Set.of(BaselineRung.NAME, PostEvents.NAME);

  /** Rungs that need no server of their own. */
  private static final String[] SERVERLESS = {
    "a: row per delivery", "c: author logs", "e: rings and snapshots", "f: scan and snapshots"
  };

  private static final int POSTS = 300;

  private static final Set<String> ALL = Set.of("a", "b", "c", "d", "e", "f");

  private final Network network = new Network(new SocialGraph(200, 20, 0.3, 5), 0.5);

  @Test
  void every_rung_shows_every_post_and_nothing_else(@TempDir Path files) {
    try (Ladders ladders = Ladders.start(network, ALL, files, Duration.ofMillis(200))) {
      Map<String, Difference> differences = ladders.ladder(SIZES, 5).compare(POSTS);
      System.out.println("compared: " + differences);
      assertThat(differences).containsKeys(SERVERLESS);
      assertThat(differences)
          .allSatisfy((rung, difference) -> {
            assertThat(difference.entries()).as(rung).isGreaterThan(POSTS);
            assertThat(difference.isNone()).as(rung).isTrue();
          });
    }
  }

  @Tag("proof")
  @Test
  void every_rung_shows_every_post_and_nothing_else_under_load(@TempDir Path files) {
    try (Ladders ladders = Ladders.start(network, ALL, files, Duration.ofMillis(200))) {
      List<Cell> cells = ladders.ladder(SIZES, 5).run(System.out::println);
      assertThat(cells).extracting(Cell::rung).contains(SERVERLESS);
      for (Cell cell : cells) {
        System.out.println("median: " + cell.line());
        assertThat(cell.failed()).as(cell.rung()).isZero();
        assertThat(cell.difference().isNone()).as(cell.line()).isTrue();
      }
      assertThat(cells)
          .filteredOn(cell -> !WITHOUT_PAGES.contains(cell.rung()))
          .allSatisfy(cell -> {
            assertThat(cell.difference().entries()).isPositive();
            assertThat(cell.get(Figure.DELIVERIES_PER_CORE_SECOND)).isPositive();
            assertThat(cell.get(Figure.REACHABLE_PER_CORE_SECOND))
                .isGreaterThanOrEqualTo(cell.get(Figure.DELIVERIES_PER_CORE_SECOND));
            assertThat(cell.get(Figure.GIANT_VISIBLE_P99_MS)).isPositive();
          });
    }
  }
}
