package isegoria.account.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import isegoria.account.read.relationship.TieRow;
import isegoria.api.paging.Page;
import isegoria.cassandra.Cassandra;
import isegoria.events.AccountId;
import java.util.List;

/** A list that its owner fills: one partition holds it. */
final class PlainList implements ListTable {

  private final CqlSession session;
  private final PreparedStatement put;
  private final PreparedStatement remove;
  private final PreparedStatement newestFirst;
  private final PreparedStatement oldestFirst;

  PlainList(Cassandra cassandra, String table) {
    this.session = cassandra.session();
    this.put =
        cassandra.prepare(
            "INSERT INTO %s (owner, row_id, other) VALUES (?, ?, ?) USING TIMESTAMP ?"
                .formatted(table));
    this.remove =
        cassandra.prepare(
            "DELETE FROM %s USING TIMESTAMP ? WHERE owner = ? AND row_id = ? AND other = ?"
                .formatted(table));
    String select = "SELECT row_id, other FROM %s WHERE owner = ? AND row_id < ? AND row_id > ?";
    this.newestFirst = cassandra.prepare(select.formatted(table) + " LIMIT ?");
    this.oldestFirst =
        cassandra.prepare(select.formatted(table) + " ORDER BY row_id ASC, other ASC LIMIT ?");
  }

  @Override
  public List<BoundStatement> put(AccountId owner, TieRow row, long micros) {
    return List.of(put.bind(owner.value(), row.number(), row.other().value(), micros));
  }

  @Override
  public BoundStatement remove(AccountId owner, TieRow row, long micros) {
    return remove.bind(micros, owner.value(), row.number(), row.other().value());
  }

  @Override
  public List<TieRow> page(AccountId owner, Page page) {
    if (page.limit() == 0) {
      return List.of();
    }
    PreparedStatement statement = page.fromOldest() ? oldestFirst : newestFirst;
    List<TieRow> rows =
        session
            .execute(
                statement.bind(owner.value(), page.olderThan(), page.newerThan(), page.limit()))
            .all()
            .stream()
            .map(row -> new TieRow(row.getLong(0), new AccountId(row.getLong(1))))
            .toList();
    return page.fromOldest() ? rows.reversed() : rows;
  }
}
