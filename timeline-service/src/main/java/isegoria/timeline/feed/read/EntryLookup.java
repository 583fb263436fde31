package isegoria.timeline.feed.read;

import java.util.List;

/** Entries whose keys are known. Those that are gone are left out; the order stays. */
public interface EntryLookup {

  List<FeedEntry> entries(List<FeedKey> keys);
}
