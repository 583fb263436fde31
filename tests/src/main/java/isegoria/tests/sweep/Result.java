package isegoria.tests.sweep;

import java.util.List;

/**
 * What a sweep has found.
 *
 * @param leaks while the person was there: a mark and a place that no rule allows, a line each
 * @param unseen marks that had to be somewhere and were not, so that the search is not to be
 *     trusted
 * @param left of the erased person after all windows, a line each
 * @param stored of the erased person, what only RocksDB's files have until it compacts them by
 *     itself; what reads the store finds nothing
 * @param plantedFound of {@code planted} leaks made on purpose
 */
public record Result(
    int marks,
    long topics,
    long tables,
    long logs,
    List<String> leaks,
    List<String> unseen,
    List<String> left,
    List<String> stored,
    int planted,
    int plantedFound) {
  public Result {
    leaks = List.copyOf(leaks);
    unseen = List.copyOf(unseen);
    left = List.copyOf(left);
    stored = List.copyOf(stored);
  }

  public boolean holds() {
    return leaks.isEmpty() && unseen.isEmpty() && left.isEmpty() && plantedFound == planted;
  }

  /** All of it in one line. */
  public String line() {
    return "sweep: %d marks, %d topics, %d tables, %d logs, leaks %d; after erasure hits %d; "
            .formatted(marks, topics, tables, logs, leaks.size(), left.size())
        + "lines in uncompacted state stores %d; ".formatted(stored.size())
        + "planted leaks %d, found %d".formatted(planted, plantedFound);
  }
}
