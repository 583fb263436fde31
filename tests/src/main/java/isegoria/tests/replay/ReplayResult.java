package isegoria.tests.replay;

import java.util.List;

/**
 * What a replay found.
 *
 * @param emptied tables that were truncated and rebuilt
 * @param kept tables that are not in the log
 * @param flaws tables that no list names, that the world did not fill, or that stayed empty
 * @param answers recorded before and after
 * @param differences answers that are not the same bytes
 */
public record ReplayResult(
    int emptied,
    int kept,
    List<String> flaws,
    int answers,
    List<String> differences,
    double minutes) {

  public ReplayResult {
    flaws = List.copyOf(flaws);
    differences = List.copyOf(differences);
  }

  public boolean holds() {
    return emptied > 0 && answers > 0 && flaws.isEmpty() && differences.isEmpty();
  }

  public String line() {
    return "replay: %d tables emptied, %d kept, %d answers, different %d, %.1f minutes%s"
        .formatted(
            emptied,
            kept,
            answers,
            differences.size(),
            minutes,
            flaws.isEmpty() ? "" : "; " + String.join("; ", flaws));
  }
}
