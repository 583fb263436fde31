package isegoria.accounts.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.accounts.AccountCountTable;
import isegoria.api.view.AccountCounts;
import isegoria.cassandra.Binding;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.Reads;
import isegoria.cassandra.Writes;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * The counts of accounts: columns {@code followers}, {@code following}, {@code posts} and {@code
 * last_post_at} of a table with the key {@code id}, with write times of their own.
 */
public final class AccountCountRows implements AccountCountTable {

  private final Reads reads;
  private final Writes writes;
  private final PreparedStatement select;
  private final PreparedStatement update;

  public AccountCountRows(Cassandra cassandra, String table) {
    this.reads = cassandra.reads();
    this.writes = cassandra.writes();
    this.select =
        cassandra.prepare(
            "SELECT id, followers, following, posts, last_post_at FROM "
                + table
                + " WHERE id IN ?");
    this.update =
        cassandra.prepare(
            "UPDATE "
                + table
                + " USING TIMESTAMP ? SET followers = ?, following = ?, posts = ?,"
                + " last_post_at = ? WHERE id = ?");
  }

  @Override
  public Map<Long, AccountCounts> of(Collection<Long> ids) {
    var counts = new HashMap<Long, AccountCounts>();
    ids.forEach(id -> counts.put(id, AccountCounts.NONE));
    List<BoundStatement> questions =
        Reads.portions(ids).stream().map(portion -> select.bind(portion)).toList();
    for (Row row : reads.rows(questions)) {
      counts.put(row.getLong("id"), read(row));
    }
    return counts;
  }

  public CompletionStage<Void> put(long id, AccountCounts counts, long offset) {
    return writes.write(
        Binding.of(
            update,
            offset,
            counts.followers(),
            counts.following(),
            counts.posts(),
            counts.lastPostAt(),
            id));
  }

  /** The counts in a row that was read whole; 0 for a number that was never written. */
  public static AccountCounts read(Row row) {
    return new AccountCounts(
        row.getLong("followers"),
        row.getLong("following"),
        row.getLong("posts"),
        row.getInstant("last_post_at"));
  }
}
