package isegoria.tests.once;

import java.time.Duration;

/**
 * What was counted.
 *
 * @param lost acknowledged commands whose line is not there
 * @param doubled commands whose line is there more than once
 */
public record AppendResult(
    AppendProof.Sizes sizes,
    int acknowledged,
    int repeated,
    int lost,
    int doubled,
    Killed killed,
    Duration surviving,
    Duration dead,
    Duration took) {

  /**
   * How many were killed.
   *
   * @param midTransaction of them those after which the broker had an orphaned transaction open
   */
  public record Killed(int all, int midTransaction) {}

  /** Whether every acknowledged line is there exactly once. */
  public boolean holds() {
    return lost == 0 && doubled == 0 && acknowledged >= sizes.commands();
  }

  /** The line that a closing note quotes. */
  public String line() {
    return ("exactly once: acknowledged %d, lost %d, doubled %d; %d kills, %d of them in"
            + " mid-transaction; %d repeated through the other instance; longest silence of a"
            + " surviving partition %.1f s, of a dead one %.1f s; seed %d, %.1f minutes")
        .formatted(
            acknowledged,
            lost,
            doubled,
            killed.all(),
            killed.midTransaction(),
            repeated,
            surviving.toMillis() / 1e3,
            dead.toMillis() / 1e3,
            sizes.seed(),
            took.toMillis() / 60e3);
  }
}
