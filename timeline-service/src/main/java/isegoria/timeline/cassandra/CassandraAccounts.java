package isegoria.timeline.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.cassandra.Cassandra;
import isegoria.timeline.read.account.AccountCounts;
import isegoria.timeline.read.account.AccountRow;
import isegoria.timeline.read.account.AccountTables;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Copies of accounts, by id: the words, and what was counted. */
public final class CassandraAccounts implements AccountTables {

  private final CqlSession session;
  private final Function<byte[], AccountRow> states;
  private final PreparedStatement selectAccounts;
  private final PreparedStatement selectCounts;

  public CassandraAccounts(Cassandra cassandra, Function<byte[], AccountRow> states) {
    this.session = cassandra.session();
    this.states = states;
    this.selectAccounts = cassandra.prepare("SELECT state FROM account WHERE id IN ?");
    this.selectCounts =
        cassandra.prepare(
            "SELECT id, followers, following, posts, last_post_at FROM account WHERE id IN ?");
  }

  @Override
  public Map<Long, AccountRow> accounts(Collection<Long> accountIds) {
    var accounts = new HashMap<Long, AccountRow>();
    for (Row row : rows(selectAccounts, accountIds)) {
      ByteBuffer state = row.getByteBuffer("state");
      if (state != null) {
        byte[] bytes = new byte[state.remaining()];
        state.get(bytes);
        AccountRow account = states.apply(bytes);
        accounts.put(account.id(), account);
      }
    }
    return accounts;
  }

  @Override
  public Map<Long, AccountCounts> counts(Collection<Long> accountIds) {
    var counts = new HashMap<Long, AccountCounts>();
    for (Row row : rows(selectCounts, accountIds)) {
      // The driver gives 0 for a number that was never written.
      counts.put(
          row.getLong("id"),
          new AccountCounts(
              row.getLong("followers"),
              row.getLong("following"),
              row.getLong("posts"),
              row.getInstant("last_post_at")));
    }
    return counts;
  }

  private List<Row> rows(PreparedStatement select, Collection<Long> ids) {
    List<BoundStatement> questions =
        Reads.inPortions(ids).stream().map(portion -> select.bind(portion)).toList();
    return Reads.all(session, questions).stream().flatMap(List::stream).toList();
  }
}
