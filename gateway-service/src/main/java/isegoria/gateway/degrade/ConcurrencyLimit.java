package isegoria.gateway.degrade;

/**
 * How many calls of an upstream may be under way.
 *
 * <p>A fixed bound does not bound any wait: 256 calls are a third of a second at 800 a second and
 * four at 64. So the limit follows what an upstream gets done: while most calls take longer than a
 * client should wait it halves, else it grows back.
 *
 * @param calls from {@link #MIN} (or {@code max}, if that is less) to {@code max}
 */
record ConcurrencyLimit(int calls, int max) {
  /**
   * Calls that even a slow upstream gets: it must be able to show that it is fast again, and the
   * healthy part of one whose other part hangs must get through.
   */
  static final int MIN = 32;

  /** Of the limit, what is added in a window without trouble: 32 to 256 in about eight. */
  private static final double GROWTH = 0.3;

  /** The widest: a burst after a quiet time is let in. */
  static ConcurrencyLimit upTo(int max) {
    return new ConcurrencyLimit(max, max);
  }

  /**
   * The limit after a window.
   *
   * @param answered calls that ended in it
   * @param slow those of them that took too long
   */
  ConcurrencyLimit after(int answered, int slow) {
    boolean mostAreSlow = slow * 2 > answered;
    int next = mostAreSlow ? calls / 2 : calls + (int) Math.ceil(calls * GROWTH);
    return new ConcurrencyLimit(Math.clamp(next, Math.min(MIN, max), max), max);
  }
}
