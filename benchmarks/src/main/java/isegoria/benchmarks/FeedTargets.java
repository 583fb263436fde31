package isegoria.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What feeds are aimed at, held against what was measured. A missed one is told and fails nothing:
 * machines are shared, and most of these are times.
 */
final class FeedTargets {
  private final Map<String, ?> figures;
  private final List<String> lines = new ArrayList<>();

  private FeedTargets(Map<String, ?> figures) {
    this.figures = figures;
  }

  /** A line for each target whose figure was measured. */
  static List<String> lines(Map<String, ?> figures) {
    var targets = new FeedTargets(figures);
    targets.atMost("f_cpu_us_per_post", 100);
    targets.atLeast("f_ratio_row", 10);
    targets.atLeast("f_ratio_redis", 3);
    targets.atMost("w_cpu_ms_per_post", 3);
    targets.atMost("r_cpu_ms_per_page", 0.5);
    targets.atLeast("deliveries_per_core_second", 70_000);
    targets.atMost("visible_p99_ms", 300);
    targets.atMost("small_author_p99_ratio", 1.5);
    targets.atMost("others_p99_ratio_follows", 1.5);
    targets.atMost("others_p99_ratio_favourites", 1.5);
    targets.atMost("home_p99_ms", 10);
    targets.atMost("cold_p99_ms", 100);
    targets.atMost("page_50_ratio", 2);
    targets.atMost("giant_post_cpu_ms", 10);
    targets.atMost("visible_to_all_max_ms", 1_000);
    return targets.lines;
  }

  private void atMost(String figure, double aim) {
    if (figures.get(figure) instanceof Number number) {
      tell(figure, number.doubleValue(), "at most", aim, number.doubleValue() <= aim);
    }
  }

  private void atLeast(String figure, double aim) {
    if (figures.get(figure) instanceof Number number) {
      tell(figure, number.doubleValue(), "at least", aim, number.doubleValue() >= aim);
    }
  }

  private void tell(String figure, double value, String bound, double aim, boolean isMet) {
    lines.add(
        String.format(
            Locale.ROOT,
            "target: %s %,.2f (%s %,.1f): %s",
            figure,
            value,
            bound,
            aim,
            isMet ? "met" : "missed"));
  }
}
