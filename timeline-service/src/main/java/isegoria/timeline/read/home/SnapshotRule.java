package isegoria.timeline.read.home;

/**
 * When a reader's snapshot is worth being made anew.
 *
 * <p>It exists because making a snapshot costs more than the pages that it spares: whoever follows
 * many finds a page among the newest entries of everybody, and only who follows few would have to
 * look further than the snapshot is away. It counts entries, not time, so it is the same rule in a
 * quiet network and in a busy one.
 *
 * @param scannedQuickly entries that a page looks at before it asks for the snapshot
 * @param foundEnough entries of the reader's own among them with which an ordinary page is full
 * @param farBehind entries after which a snapshot is too old to be brought up to date by a page
 */
public record SnapshotRule(int scannedQuickly, int foundEnough, int farBehind) {

  /** A page as clients ask for, and the candidates behind it that decide about its boosts. */
  private static final int FOUND_ENOUGH = 20 + HomeDefinition.BOOST_WINDOW_ENTRIES;

  /**
   * Whoever needs none is asked about after this many times as much at the latest. Asking costs a
   * look at up to {@code scannedQuickly} entries, for each active reader; asked so seldom it is
   * less than a tenth of an entry for each that comes.
   */
  private static final int PATIENCE_MAX = 16;

  /** The rule for pages that look so far, and for a log that remembers so many arrivals. */
  public static SnapshotRule of(int scannedQuickly, int arrivalsKept) {
    // A page that takes a snapshot looks at all that came after it: as much again as without.
    int farBehind = Math.max(1, Math.min(scannedQuickly, arrivalsKept / 2));
    return new SnapshotRule(scannedQuickly, FOUND_ENOUGH, farBehind);
  }

  /**
   * Entries that come before it is asked again whether a reader who needed no snapshot needs one:
   * twice as many each time, since the same authors write about as often as they did.
   *
   * @param last what this said the last time, or 0 when the reader needed one then
   */
  public long patienceAfter(long last) {
    return last == 0 ? farBehind : Math.min(last * 2, (long) PATIENCE_MAX * farBehind);
  }
}
