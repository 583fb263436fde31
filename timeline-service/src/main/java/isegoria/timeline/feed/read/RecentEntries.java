package isegoria.timeline.feed.read;

import isegoria.timeline.feed.read.EntryLog.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The newest entries of everybody, near at hand: complete above one id, nothing below it. */
public interface RecentEntries {

  /** Entries with ids up to this one may be missing; 0 when none is. */
  long missingUpTo();

  /**
   * Looks down from the cursor until enough is found, the log ends, or {@code scannedMax} entries
   * were looked at.
   */
  Scan scanDown(Reader reader, long olderThan, int wanted, int scannedMax);

  /**
   * Looks up from the cursor in the same way; where entries above the cursor may be missing by now,
   * it goes no step.
   */
  Scan scanUp(Reader reader, long newerThan, int wanted, int scannedMax);

  /**
   * The reader's newest below the cursor, asked from each author whom they follow and who is not
   * hidden from them: whatever others post, it costs the same.
   */
  Slice newestBelow(Reader reader, long olderThan, int wanted);

  /**
   * The newest by whom the reader follows, also by those who are hidden: what is kept for later
   * must have them, since a mute ends.
   */
  Slice newestOfAll(Reader reader, int wanted);

  /** The reader's oldest above the cursor, in the same way. */
  Slice oldestAbove(Reader reader, long newerThan, int wanted);

  /** Entries above this id will be here until half as many more have come as fit in; 0: all. */
  long lastingAbove();

  /** How many entries have come into this log so far, one that came twice twice. */
  long arrived();

  /** How far events have been read into this log. */
  SourcePositions asOf();

  /** The keys of all entries that came after a moment; null when that is too long ago to tell. */
  @Nullable List<FeedKey> arrivedAfter(SourcePositions moment);

  /** What was found, and how many entries were looked at for it. */
  record Scan(Slice found, int scanned) {}
}
