package isegoria.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.api.paging.Page;
import isegoria.api.paging.PageOf;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Lists of ids, one for each owner, that are read in pages: followers, favourites, the posts of a
 * tag. One implementation of the cursors of the client API for all of them.
 *
 * <pre>
 * CREATE TABLE name (owner, bucket int, id bigint, other bigint,
 *   PRIMARY KEY ((owner, bucket), id, other)) WITH CLUSTERING ORDER BY (id DESC, other DESC)
 * CREATE TABLE name_slice (owner, slice int,
 *   PRIMARY KEY ((owner), slice)) WITH CLUSTERING ORDER BY (slice DESC)
 * </pre>
 *
 * <p>The second table says in which slices an owner's list has entries; lists of one slice have
 * none. Its rows stay when the entries go.
 */
public final class IndexTable {

  /**
   * Slices that one page looks at: of a list whose entries are gone, a page must not read every
   * hour of ten years. A page that this many did not fill tells where it left off.
   */
  public static final int SLICES_PER_PAGE_MAX = 256;

  /** Slices read at once where those before them did not fill the page. */
  private static final int SLICES_AT_ONCE_MAX = 16;

  private static final Comparator<Entry> OLDEST_FIRST =
      Comparator.comparingLong(Entry::id).thenComparingLong(Entry::other);

  private final IndexBuckets buckets;
  private final Reads reads;
  private final PreparedStatement insert;
  private final PreparedStatement delete;
  private final PreparedStatement newest;
  private final PreparedStatement oldest;
  private final @Nullable SliceStatements slices;

  /**
   * One entry.
   *
   * @param id orders the list, and is what clients page by
   * @param other what the entry refers to, such as the follower
   */
  public record Entry(long id, long other) {}

  /** The lists of a table, whose statements it prepares. */
  public IndexTable(Cassandra cassandra, String table, IndexBuckets buckets) {
    this.buckets = buckets;
    this.reads = cassandra.reads();
    this.insert =
        cassandra.prepare(
            "INSERT INTO %s (owner, bucket, id, other) VALUES (?, ?, ?, ?) USING TIMESTAMP ?"
                .formatted(table));
    this.delete =
        cassandra.prepare(
            ("DELETE FROM %s USING TIMESTAMP ?"
                    + " WHERE owner = ? AND bucket = ? AND id = ? AND other = ?")
                .formatted(table));
    String select =
        "SELECT id, other FROM %s WHERE owner = ? AND bucket = ? AND id > ? AND id < ?"
            .formatted(table);
    this.newest = cassandra.prepare(select + " LIMIT ?");
    this.oldest = cassandra.prepare(select + " ORDER BY id ASC, other ASC LIMIT ?");
    this.slices = buckets.isSliced() ? SliceStatements.of(cassandra, table + "_slice") : null;
  }

  private record SliceStatements(
      PreparedStatement insert, PreparedStatement newest, PreparedStatement oldest) {

    static SliceStatements of(Cassandra cassandra, String table) {
      String select =
          "SELECT slice FROM %s WHERE owner = ? AND slice >= ? AND slice <= ?".formatted(table);
      return new SliceStatements(
          cassandra.prepare(
              "INSERT INTO %s (owner, slice) VALUES (?, ?) USING TIMESTAMP ?".formatted(table)),
          cassandra.prepare(select + " LIMIT ?"),
          cassandra.prepare(select + " ORDER BY slice ASC LIMIT ?"));
    }
  }

  /** The rows of an entry: its own, and that of its slice. */
  public List<BoundStatement> put(Object owner, Entry entry, long micros) {
    var rows = new ArrayList<BoundStatement>(2);
    rows.add(putEntry(owner, entry, micros));
    rows.addAll(putSlice(owner, entry, micros));
    return rows;
  }

  /** For those who know that the row of its slice is written. */
  public BoundStatement putEntry(Object owner, Entry entry, long micros) {
    return insert.bind(owner, buckets.bucketOf(entry), entry.id(), entry.other(), micros);
  }

  /** None for lists of one slice. */
  public List<BoundStatement> putSlice(Object owner, Entry entry, long micros) {
    return slices == null
        ? List.of()
        : List.of(slices.insert().bind(owner, buckets.sliceOf(entry.id()), micros));
  }

  public BoundStatement remove(Object owner, Entry entry, long micros) {
    return delete.bind(micros, owner, buckets.bucketOf(entry), entry.id(), entry.other());
  }

  /** A page of an owner's list. */
  public PageOf<Entry> page(Object owner, Page page) {
    if (page.limit() <= 0) {
      return new PageOf<>(List.of(), OptionalLong.empty());
    }
    List<Integer> within = slicesWithin(owner, page);
    int readable = Math.min(within.size(), SLICES_PER_PAGE_MAX);
    var entries = new ArrayList<Entry>();
    int read = 0;
    for (int width = 1; entries.size() < page.limit() && read < readable; width *= 2) {
      int to = Math.min(readable, read + Math.min(width, SLICES_AT_ONCE_MAX));
      entries.addAll(inSlices(owner, within.subList(read, to), page));
      read = to;
    }
    List<Entry> found = entries.subList(0, Math.min(entries.size(), page.limit()));
    boolean goesOn = found.size() < page.limit() && read < within.size();
    return new PageOf<>(
        page.fromOldest() ? found.reversed() : found,
        goesOn ? OptionalLong.of(endOf(within.get(read - 1), page)) : OptionalLong.empty());
  }

  /**
   * The first entries of each owner's list, in the order of the owners: for lists of one bucket.
   */
  public List<List<Entry>> firstOfEach(Collection<?> owners, Page page) {
    PreparedStatement select = page.fromOldest() ? oldest : newest;
    return reads
        .answers(owners.stream().map(owner -> bound(select, owner, 0, page)).toList())
        .stream()
        .map(rows -> rows.stream().map(IndexTable::entry).toList())
        .toList();
  }

  /** This page's entries and all beyond, read page by page as they are asked for. */
  public Iterator<Entry> walk(Object owner, Page page) {
    return new Walk(owner, page);
  }

  private final class Walk implements Iterator<Entry> {
    private final Object owner;
    private Page rest;
    private Iterator<Entry> read = Collections.emptyIterator();
    private boolean ended;

    Walk(Object owner, Page page) {
      this.owner = owner;
      this.rest = page;
    }

    @Override
    public boolean hasNext() {
      while (!read.hasNext() && !ended) {
        PageOf<Entry> found = page(owner, rest);
        read = (rest.fromOldest() ? found.entries().reversed() : found.entries()).iterator();
        OptionalLong next = found.next(rest, Entry::id);
        ended = next.isEmpty();
        rest = next.isPresent() ? rest.beyond(next.getAsLong()) : rest;
      }
      return read.hasNext();
    }

    @Override
    public Entry next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return read.next();
    }
  }

  /** In the order of reading; one more than a page looks at shows that the list goes on. */
  private List<Integer> slicesWithin(Object owner, Page page) {
    if (slices == null) {
      return List.of(0);
    }
    int from = buckets.sliceOf(page.newerThan());
    int to = buckets.sliceOf(page.olderThan());
    PreparedStatement select = page.fromOldest() ? slices.oldest() : slices.newest();
    return reads.rows(select.bind(owner, from, to, SLICES_PER_PAGE_MAX + 1)).stream()
        .map(row -> row.getInt(0))
        .toList();
  }

  /** The first entries of some slices, in the order of reading. */
  private List<Entry> inSlices(Object owner, List<Integer> some, Page page) {
    PreparedStatement select = page.fromOldest() ? oldest : newest;
    var statements = new ArrayList<BoundStatement>(some.size() * buckets.shards());
    for (int slice : some) {
      for (int shard = 0; shard < buckets.shards(); shard++) {
        statements.add(bound(select, owner, buckets.bucket(slice, shard), page));
      }
    }
    return reads.rows(statements).stream()
        .map(IndexTable::entry)
        .sorted(page.fromOldest() ? OLDEST_FIRST : OLDEST_FIRST.reversed())
        .toList();
  }

  private static BoundStatement bound(
      PreparedStatement select, Object owner, int bucket, Page page) {
    return select.bind(owner, bucket, page.newerThan(), page.olderThan(), page.limit());
  }

  private long endOf(int slice, Page page) {
    return page.fromOldest() ? buckets.lastIdOf(slice) : buckets.firstIdOf(slice);
  }

  private static Entry entry(Row row) {
    return new Entry(row.getLong("id"), row.getLong("other"));
  }
}
