package isegoria.tests.live;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How what streams told differs from feeds.
 *
 * @param compared entries and groups of the feeds
 * @param missing in feeds only
 * @param extra told only
 * @param stale told with other words
 * @param leaked told although its author was hidden before it was made
 */
public record Difference(int compared, int missing, int extra, int stale, int leaked) {
  static final Difference NONE = new Difference(0, 0, 0, 0, 0);

  /** A boost counts as shown where its post is: a page shows a post once, and streams tell each. */
  static Difference ofPosts(Map<Long, Folded.Shown> feed, Map<Long, Folded.Shown> told) {
    Set<Long> originals =
        feed.values().stream().map(Folded.Shown::original).collect(Collectors.toSet());
    int missing = 0;
    int stale = 0;
    for (Map.Entry<Long, Folded.Shown> entry : feed.entrySet()) {
      Folded.Shown known = told.get(entry.getKey());
      missing += known == null ? 1 : 0;
      stale += known != null && !known.words().equals(entry.getValue().words()) ? 1 : 0;
    }
    long extra =
        told.entrySet().stream()
            .filter(entry -> !feed.containsKey(entry.getKey()))
            .filter(entry ->
                !entry.getValue().isBoost() || !originals.contains(entry.getValue().original()))
            .count();
    return new Difference(feed.size(), missing, (int) extra, stale, 0);
  }

  static Difference ofGroups(Set<String> feed, Set<String> told) {
    int missing = (int) feed.stream().filter(key -> !told.contains(key)).count();
    int extra = (int) told.stream().filter(key -> !feed.contains(key)).count();
    return new Difference(feed.size(), missing, extra, 0, 0);
  }

  static Difference ofLeaks(int leaked) {
    return new Difference(0, 0, 0, 0, leaked);
  }

  Difference plus(Difference other) {
    return new Difference(
        compared + other.compared,
        missing + other.missing,
        extra + other.extra,
        stale + other.stale,
        leaked + other.leaked);
  }

  public boolean holds() {
    return missing + extra + stale + leaked == 0;
  }

  @Override
  public String toString() {
    return "entries compared %d, missing %d, extra %d, stale %d, leaked %d"
        .formatted(compared, missing, extra, stale, leaked);
  }
}
