package isegoria.timeline.feed.memory;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;

/**
 * Posts and boosts that were removed: boosts of a removed post go with it, and a log that is read
 * again may bring it after its removal. The recent log's lock guards it.
 */
final class Removals {

  /** Removals kept, 16 MB; beyond it those of posts below the log go. */
  static final int KEPT_MAX = 1_000_000;

  private final LongOpenHashSet ids = new LongOpenHashSet();
  private final int keptMax;
  private int pruneAbove;

  /**
   * None yet.
   *
   * @param keptMax how many are kept before any is forgotten
   */
  Removals(int keptMax) {
    this.keptMax = keptMax;
    this.pruneAbove = keptMax;
  }

  boolean contains(long id) {
    return ids.contains(id);
  }

  /**
   * Remembers one. Those at or below where the log begins are of use no more; they are looked for
   * when twice as many are there as were left the last time, since each look is a look at all.
   */
  void add(long id, long missingUpTo) {
    ids.add(id);
    if (ids.size() > pruneAbove) {
      ids.removeIf(each -> each <= missingUpTo);
      pruneAbove = Math.max(keptMax, 2 * ids.size());
    }
  }
}
