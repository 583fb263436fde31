package isegoria.moderation.cassandra;

import isegoria.api.paging.Page;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.IndexBuckets;
import isegoria.cassandra.IndexTable;
import isegoria.moderation.read.listing.ListingTable;
import isegoria.moderation.read.listing.Scope;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CompletionStage;

/** Lists of ids: one for each scope, cut by days. */
public final class CassandraListings implements ListingTable {

  /** Ids read at once: one page of a client's list and a few that do not fit its filter. */
  private static final int IDS_PER_FETCH = 200;

  /** The ids are the whole of an entry. */
  private static final long NO_OTHER = 0;

  private final Cassandra cassandra;
  private final IndexTable listings;

  public CassandraListings(Cassandra cassandra) {
    this.cassandra = cassandra;
    this.listings =
        new IndexTable(cassandra, "listing", IndexBuckets.slicedBy(Duration.ofDays(1), 1));
  }

  @Override
  public CompletionStage<?> add(Scope scope, long id, long recordedMicros) {
    var entry = new IndexTable.Entry(id, NO_OTHER);
    return cassandra.writes().writeAll(listings.put(scope.name(), entry, recordedMicros));
  }

  @Override
  public Iterator<Long> walk(Scope scope, Page page) {
    var fetched = new Page(IDS_PER_FETCH, page.olderThan(), page.newerThan(), page.fromOldest());
    Iterator<IndexTable.Entry> entries = listings.walk(scope.name(), fetched);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return entries.hasNext();
      }

      @Override
      public Long next() {
        return entries.next().id();
      }
    };
  }
}
