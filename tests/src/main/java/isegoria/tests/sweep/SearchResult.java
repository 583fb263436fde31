package isegoria.tests.sweep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What one look has found, and which places it has looked at, the empty ones too. */
public final class SearchResult {
  private static final String NOWHERE = "nowhere";

  private final Map<Mark, Map<Place, Integer>> hits = new HashMap<>();
  private final Set<Place> places = new TreeSet<>();

  void lookedAt(Place place) {
    places.add(place);
  }

  void add(List<Mark> marks, Place place, int[] counts) {
    places.add(place);
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        hits.computeIfAbsent(marks.get(i), none -> new TreeMap<>())
            .merge(place, counts[i], Integer::sum);
      }
    }
  }

  /** How often a mark is in a place. */
  public int hits(Mark mark, Place place) {
    return hits.getOrDefault(mark, Map.of()).getOrDefault(place, 0);
  }

  /** How often any of these is anywhere in places of a kind. */
  public int hits(List<Mark> marks, Place.Kind kind) {
    return hits(marks, place -> place.kind() == kind);
  }

  /** How often any of these is anywhere. */
  public int hits(List<Mark> marks) {
    return hits(marks, place -> true);
  }

  /** How often any of these is anywhere in places that are asked for. */
  int hits(List<Mark> marks, Predicate<Place> asked) {
    int sum = 0;
    for (Mark mark : marks) {
      for (var seen : hits.getOrDefault(mark, Map.of()).entrySet()) {
        sum += asked.test(seen.getKey()) ? seen.getValue() : 0;
      }
    }
    return sum;
  }

  /** How many places of these kinds were looked at. */
  public long places(Place.Kind... kinds) {
    Set<Place.Kind> wanted = Set.of(kinds);
    return places.stream().filter(place -> wanted.contains(place.kind())).count();
  }

  long topics() {
    return places.stream().filter(place -> place.kind().isTopic()).count();
  }

  /** Marks where no rule lets them be, one line each. */
  public List<String> leaks(List<Mark> marks) {
    return lines(marks, false);
  }

  /** The table: every mark with every place it was found in, leaks said so. */
  List<String> table(List<Mark> marks) {
    return lines(marks, true);
  }

  /** Each of these that is in a place that is asked for, allowed there or not, a line each. */
  List<String> lines(List<Mark> marks, Predicate<Place> asked) {
    var lines = new ArrayList<String>();
    for (Mark mark : marks) {
      hits.getOrDefault(mark, Map.of())
          .forEach((place, count) -> {
            if (asked.test(place)) {
              lines.add("%-34s %-58s %4d".formatted(mark, place, count));
            }
          });
    }
    return lines;
  }

  private List<String> lines(List<Mark> marks, boolean all) {
    var lines = new ArrayList<String>();
    for (Mark mark : marks) {
      Map<Place, Integer> seen = hits.getOrDefault(mark, Map.of());
      if (all && seen.isEmpty()) {
        lines.add("%-34s %s".formatted(mark, NOWHERE));
      }
      seen.forEach((place, count) -> {
        String why = Allowed.why(mark, place).orElse("LEAK");
        if (all || why.equals("LEAK")) {
          lines.add("%-34s %-58s %4d  %s".formatted(mark, place, count, why));
        }
      });
    }
    return lines;
  }
}
