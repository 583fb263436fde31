package isegoria.timeline.feed.cassandra;

import isegoria.api.paging.Page;
import isegoria.api.paging.PageOf;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.IndexBuckets;
import isegoria.cassandra.IndexTable;
import isegoria.timeline.feed.read.shared.SharedFeed;
import isegoria.timeline.feed.read.shared.SharedFeeds;
import java.time.Duration;

/** The public feed and the feeds of tags: table {@code shared_entry}, by author. */
public final class CassandraSharedFeeds implements SharedFeeds {

  /** 400,000 posts in an hour stay within the bound of each of four partitions. */
  static final IndexBuckets BUCKETS = IndexBuckets.slicedBy(Duration.ofHours(1), 4);

  private final IndexTable entries;

  public CassandraSharedFeeds(Cassandra cassandra) {
    this.entries = new IndexTable(cassandra, "shared_entry", BUCKETS);
  }

  @Override
  public PageOf<Long> page(SharedFeed feed, Page page) {
    return entries.page(feed.name(), page).map(IndexTable.Entry::id);
  }
}
