package isegoria.timeline.feed.read.author;

import isegoria.timeline.feed.read.EntryLog.Slice;

/** What one author published, in order of ids. */
public interface AuthorLog {

  Slice olderOf(long author, long olderThan, int wanted);

  Slice newerOf(long author, long newerThan, int wanted);
}
