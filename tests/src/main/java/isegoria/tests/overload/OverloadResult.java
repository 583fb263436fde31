package isegoria.tests.overload;

import java.time.Duration;

/**
 * What an overload showed.
 *
 * @param saturated requests that were answered in a second at the best
 * @param offered requests a second that were to be sent
 * @param heldBack requests that were not sent since too many were under way: the load was less then
 * @param lost writes that were acknowledged and cannot be read
 */
public record OverloadResult(
    double saturated,
    double offered,
    Duration lasted,
    Tally tally,
    int heldBack,
    int lost,
    Duration deadline,
    MemoryUse memory) {

  /** Of a hundred requests; with more held back it was no overload. */
  private static final int HELD_BACK_MAX_PERCENT = 5;

  /** Whether everybody got an agreed answer in time, and nothing was lost or grew. */
  public boolean holds() {
    return tally.holds() && lost == 0 && memory.isFlat() && wasOffered();
  }

  /**
   * What holds on any machine, however busy: everybody got an agreed answer, nothing was lost. A
   * check asserts this; how late answers were is told and judged by a proof.
   */
  public boolean losesNothing() {
    return tally.isAgreed() && lost == 0;
  }

  private boolean wasOffered() {
    return heldBack * 100.0 <= offered * lasted.toSeconds() * HELD_BACK_MAX_PERCENT;
  }

  public String line() {
    return ("overload: saturated at %.0f/s, offered %.0f/s for %d s: %s (deadline %d s), held back"
            + " %d, lost %d, memory %+.0f %%")
        .formatted(
            saturated,
            offered,
            lasted.toSeconds(),
            tally.line(),
            deadline.toSeconds(),
            heldBack,
            lost,
            memory.growth());
  }
}
