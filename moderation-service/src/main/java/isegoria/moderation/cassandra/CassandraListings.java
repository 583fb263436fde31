package isegoria.moderation.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.cassandra.Cassandra;
import isegoria.moderation.read.listing.IdRange;
import isegoria.moderation.read.listing.ListingTable;
import isegoria.moderation.read.listing.Scope;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.StreamSupport;

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
            "SELECT id FROM listing WHERE scope = ? AND day = ? AND id > ? AND id < ?");
    this.selectOldest =
        cassandra.prepare(
            "SELECT id FROM listing WHERE scope = ? AND day = ? AND id > ? AND id < ?"
                + " ORDER BY id ASC");
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
  public Iterator<Long> walk(Scope scope, IdRange cut) {
    List<Integer> newestFirst =
        cassandra
            .session()
            .execute(selectDays.bind(scope.name(), day(cut.newerThan()), day(cut.olderThan())))
            .map(row -> row.getInt(0))
            .all();
    PreparedStatement select = cut.fromOldest() ? selectOldest : selectNewest;
    List<Integer> days = cut.fromOldest() ? newestFirst.reversed() : newestFirst;
    return days.stream()
        .flatMap(day -> StreamSupport.stream(rows(select, scope, day, cut).spliterator(), false))
        .map(row -> row.getLong(0))
        .iterator();
  }

  private Iterable<Row> rows(PreparedStatement select, Scope scope, int day, IdRange cut) {
    return cassandra
        .session()
        .execute(
            select
                .bind(scope.name(), day, cut.newerThan(), cut.olderThan())
                .setPageSize(IDS_PER_FETCH));
  }

  private static int day(long id) {
    return Math.toIntExact((id >>> TIME_SHIFT) / DAY_MS);
  }
}
