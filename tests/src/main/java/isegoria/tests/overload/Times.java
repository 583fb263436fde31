package isegoria.tests.overload;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** How long answers took, by whether they were successes. */
record Times(Collection<Sent> all) {

  String line() {
    return "success after %s, refusal after %s".formatted(spread(true), spread(false));
  }

  private String spread(boolean success) {
    List<Duration> sorted =
        all.stream().filter(sent -> sent.isSuccess() == success).map(Sent::took).sorted().toList();
    return sorted.isEmpty()
        ? "–"
        : "%d / %d / %d ms (p50, p99, most)"
            .formatted(
                sorted.get(sorted.size() / 2).toMillis(),
                sorted.get((int) (sorted.size() * 0.99)).toMillis(),
                sorted.getLast().toMillis());
  }
}
