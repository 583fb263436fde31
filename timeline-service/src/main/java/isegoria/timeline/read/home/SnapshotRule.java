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

  /** A page that takes a snapshot looks at all that came after it: a fraction of a millisecond. */
  private static final int FAR_BEHIND = 100_000;

  /** The rule for pages that look so far, and for a log that remembers so many arrivals. */
  public static SnapshotRule of(int scannedQuickly, int arrivalsKept) {
    return new SnapshotRule(scannedQuickly, FOUND_ENOUGH, Math.min(FAR_BEHIND, arrivalsKept / 2));
  }

  /** Whether so much has come that it can be told how dense a reader's own entries are in it. */
  public boolean isTelling(long arrived) {
    // At half: it may take a while until the turn comes, and until then pages look no further.
    return arrived >= scannedQuickly / 2;
  }

  /**
   * Whether a snapshot is worth making after so much has come.
   *
   * @param arrived entries of everybody since this was last asked
   * @param own entries among them by those whom the reader follows
   */
  public boolean isWorth(long arrived, long own) {
    boolean isSparse = own * scannedQuickly < foundEnough * arrived;
    return isSparse && own > 0;
  }

  /** Whether a snapshot must be made anew, dense or not, to be of any use. */
  public boolean isFarBehind(long arrivedSince) {
    return arrivedSince >= farBehind;
  }
}
