package isegoria.account.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.account.read.relationship.TieRow;
import isegoria.api.paging.Page;
import isegoria.cassandra.Cassandra;
import isegoria.events.AccountId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A list that other accounts fill, so its length has no bound: one partition holds one hour of it.
 */
final class HourlyList implements ListTable {

  /** Hours read at once: most lists are sparse, and a page wants forty rows. */
  private static final int HOURS_AT_ONCE = 16;

  private final CqlSession session;
  private final PreparedStatement put;
  private final PreparedStatement putHour;
  private final PreparedStatement remove;
  private final PreparedStatement newestHours;
  private final PreparedStatement oldestHours;
  private final PreparedStatement newestFirst;
  private final PreparedStatement oldestFirst;

  HourlyList(Cassandra cassandra, String table) {
    this.session = cassandra.session();
    this.put =
        cassandra.prepare(
            "INSERT INTO %s (owner, hour, row_id, other) VALUES (?, ?, ?, ?) USING TIMESTAMP ?"
                .formatted(table));
    this.putHour =
        cassandra.prepare(
            "INSERT INTO %s_hour (owner, hour) VALUES (?, ?) USING TIMESTAMP ?".formatted(table));
    this.remove =
        cassandra.prepare(
            ("DELETE FROM %s USING TIMESTAMP ?"
                    + " WHERE owner = ? AND hour = ? AND row_id = ? AND other = ?")
                .formatted(table));
    String hours =
        "SELECT hour FROM %s_hour WHERE owner = ? AND hour <= ? AND hour >= ?".formatted(table);
    this.newestHours = cassandra.prepare(hours);
    this.oldestHours = cassandra.prepare(hours + " ORDER BY hour ASC");
    String select =
        "SELECT row_id, other FROM %s WHERE owner = ? AND hour = ? AND row_id < ? AND row_id > ?"
            .formatted(table);
    this.newestFirst = cassandra.prepare(select + " LIMIT ?");
    this.oldestFirst = cassandra.prepare(select + " ORDER BY row_id ASC, other ASC LIMIT ?");
  }

  @Override
  public List<BoundStatement> put(AccountId owner, TieRow row, long micros) {
    int hour = TieRow.hourOf(row.number());
    return List.of(
        put.bind(owner.value(), hour, row.number(), row.other().value(), micros),
        putHour.bind(owner.value(), hour, micros));
  }

  @Override
  public BoundStatement remove(AccountId owner, TieRow row, long micros) {
    return remove.bind(
        micros, owner.value(), TieRow.hourOf(row.number()), row.number(), row.other().value());
  }

  @Override
  public List<TieRow> page(AccountId owner, Page page) {
    if (page.limit() == 0) {
      return List.of();
    }
    Iterator<Row> hours =
        session
            .execute(
                (page.fromOldest() ? oldestHours : newestHours)
                    .bind(
                        owner.value(),
                        TieRow.hourOf(page.olderThan()),
                        TieRow.hourOf(page.newerThan())))
            .iterator();
    PreparedStatement select = page.fromOldest() ? oldestFirst : newestFirst;
    List<TieRow> rows = new ArrayList<>();
    while (rows.size() < page.limit() && hours.hasNext()) {
      List<BoundStatement> statements = new ArrayList<>();
      while (statements.size() < HOURS_AT_ONCE && hours.hasNext()) {
        statements.add(
            select.bind(
                owner.value(),
                hours.next().getInt(0),
                page.olderThan(),
                page.newerThan(),
                page.limit()));
      }
      for (Row row : Reads.allOfEach(session, statements)) {
        rows.add(new TieRow(row.getLong(0), new AccountId(row.getLong(1))));
      }
    }
    List<TieRow> cut = rows.subList(0, Math.min(rows.size(), page.limit()));
    return page.fromOldest() ? cut.reversed() : List.copyOf(cut);
  }
}
