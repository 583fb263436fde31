package isegoria.moderation.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import isegoria.cassandra.Cassandra;
import isegoria.moderation.read.listing.Cut;
import isegoria.moderation.read.listing.ListingTable;
import isegoria.moderation.read.listing.Scope;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;

/** Lists of ids: a partition for each scope and day, and the days of a scope beside them. */
public final class CassandraListings implements ListingTable {

  private static final long DAY_MS = 86_400_000L;

  /** An id carries its time in all but the last 16 bits. */
  private static final int TIME_SHIFT = 16;

  /** Ids read at once: one page of a client's list and a few that do not fit its filter. */
  private static final int IDS_PER_FETCH = 200;

  private final Cassandra cassandra;
  private final PreparedStatement insertId;
  private final PreparedStatement insertDay;
  private final PreparedStatement selectDays;
  private final PreparedStatement selectNewest;
  private final PreparedStatement selectOldest;

  public CassandraListings(Cassandra cassandra) {
    this.cassandra = cassandra;
    this.insertId =
        cassandra.prepare(
            "INSERT INTO listing (scope, day, id) VALUES (?, ?, ?) USING TIMESTAMP ?");
    this.insertDay =
        cassandra.prepare("INSERT INTO listing_day (scope, day) VALUES (?, ?) USING TIMESTAMP ?");
    this.selectDays =
        cassandra.prepare("SELECT day FROM listing_day WHERE scope = ? AND day >= ? AND day <= ?");
    this.selectNewest =
        cassandra.prepare(
            "SELECT id FROM listing WHERE scope = ? AND day = ? AND id > ? AND id < ? LIMIT ?");
    this.selectOldest =
        cassandra.prepare(
            "SELECT id FROM listing WHERE scope = ? AND day = ? AND id > ? AND id < ?"
                + " ORDER BY id ASC LIMIT ?");
  }

  @Override
  public CompletionStage<?> add(Scope scope, long id, long recordedMicros) {
    return cassandra
        .writes()
        .writeAll(
            List.of(
                insertId.bind(scope.name(), day(id), id, recordedMicros),
                insertDay.bind(scope.name(), day(id), recordedMicros)));
  }

  @Override
  public Iterator<Long> walk(Scope scope, Cut cut) {
    List<Integer> newestFirst =
        cassandra
            .reads()
            .rows(selectDays.bind(scope.name(), day(cut.newerThan()), day(cut.olderThan())))
            .stream()
            .map(row -> row.getInt(0))
            .toList();
    return new Walk(scope, cut, (cut.fromOldest() ? newestFirst.reversed() : newestFirst));
  }

  /** Day after day, a portion at a time: no more is read than is looked at. */
  private final class Walk implements Iterator<Long> {
    private final Scope scope;
    private final Cut cut;
    private final Iterator<Integer> days;
    private Iterator<Long> portion = Collections.emptyIterator();
    private OptionalInt unfinished = OptionalInt.empty();
    private long reached;

    Walk(Scope scope, Cut cut, List<Integer> days) {
      this.scope = scope;
      this.cut = cut;
      this.days = days.iterator();
    }

    @Override
    public boolean hasNext() {
      while (!portion.hasNext() && (unfinished.isPresent() || days.hasNext())) {
        boolean goesOn = unfinished.isPresent();
        int day = unfinished.orElseGet(days::next);
        long newerThan = goesOn && cut.fromOldest() ? reached : cut.newerThan();
        long olderThan = goesOn && !cut.fromOldest() ? reached : cut.olderThan();
        List<Long> ids =
            cassandra
                .reads()
                .rows(
                    (cut.fromOldest() ? selectOldest : selectNewest)
                        .bind(scope.name(), day, newerThan, olderThan, IDS_PER_FETCH))
                .stream()
                .map(row -> row.getLong(0))
                .toList();
        unfinished = ids.size() == IDS_PER_FETCH ? OptionalInt.of(day) : OptionalInt.empty();
        reached = ids.isEmpty() ? reached : ids.getLast();
        portion = ids.iterator();
      }
      return portion.hasNext();
    }

    @Override
    public Long next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return portion.next();
    }
  }

  private static int day(long id) {
    return Math.toIntExact((id >>> TIME_SHIFT) / DAY_MS);
  }
}
