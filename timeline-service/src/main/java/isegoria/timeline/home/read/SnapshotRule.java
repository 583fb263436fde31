package isegoria.timeline.home.read;

/**
 * When a reader's snapshot is worth a rebuild.
 *
 * <p>It exists because a snapshot costs more than the pages that it spares: while a page is found
 * in memory no read needs one; only when a reader's newest entries are about to be evicted would a
 * page have to read each author's log. It counts entries, not time, so it is the same rule in a
 * quiet network and in a busy one.
 *
 * @param foundEnough entries of the reader's own with which an ordinary page is full
 * @param farBehind entries after which a snapshot is too old to be brought up to date by a page
 * @param patienceMax entries that come before the memory forgets what it said would last
 */
public record SnapshotRule(int foundEnough, int farBehind, int patienceMax) {

  /** A page as clients ask for, and the candidates behind it that decide about its boosts. */
  private static final int FOUND_ENOUGH = 20 + HomeDefinition.BOOST_WINDOW_ENTRIES;

  /** An odd number that scatters ids which follow each other. */
  private static final long SPREADING = 0x9E3779B97F4A7C15L;

  /**
   * A page that takes a snapshot looks at all that came after it: a few milliseconds of one
   * processor.
   */
  private static final int FAR_BEHIND_MAX = 100_000;

  /**
   * The rule for a log that remembers so much.
   *
   * @param arrivalsKept entries whose order of arrival is known: what came after a snapshot
   * @param entriesKept entries that are there
   */
  public static SnapshotRule of(int arrivalsKept, int entriesKept) {
    int farBehind = Math.clamp(arrivalsKept / 2, 1, FAR_BEHIND_MAX);
    return new SnapshotRule(FOUND_ENOUGH, farBehind, Math.max(farBehind, entriesKept / 2));
  }

  /**
   * Entries after which a reader's turn comes: up to a quarter less than may be, by who the reader
   * is, so that those who were asked together, as all are at a start, are not for ever.
   */
  public long putOff(long readerId, long entriesMax) {
    long spread = entriesMax / 4 + 1;
    return entriesMax - ((readerId * SPREADING) >>> (Integer.SIZE + 1)) % spread;
  }

  /**
   * Entries that come before it is asked again whether a reader who needed no snapshot needs one:
   * twice as many each time, since the same authors write about as often as they did.
   *
   * @param last what this said the last time, or 0 when the reader needed one then
   */
  public long patienceAfter(long last) {
    return last == 0 ? farBehind : Math.min(last * 2, patienceMax);
  }
}
