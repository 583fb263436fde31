package isegoria.account.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.account.read.account.Count;
import isegoria.account.read.account.Counts;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.Writes;
import isegoria.events.AccountId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What is counted of an account: columns of its row with write times of their own. */
public final class CountTable implements Counts {

  private final CqlSession session;
  private final Writes writes;
  private final PreparedStatement byId;
  private final PreparedStatement put;

  public CountTable(Cassandra cassandra) {
    this.session = cassandra.session();
    this.writes = cassandra.writes();
    this.byId =
        cassandra.prepare(
            "SELECT followers, following, posts, last_post_at FROM account WHERE id = ?");
    this.put =
        cassandra.prepare(
            "UPDATE account USING TIMESTAMP ? SET followers = ?, following = ?, posts = ?,"
                + " last_post_at = ? WHERE id = ?");
  }

  @Override
  public Map<AccountId, Count> of(Collection<AccountId> ids) {
    Map<AccountId, Count> counts = new HashMap<>();
    List<AccountId> each = ids.stream().distinct().toList();
    List<@Nullable Row> rows =
        Reads.firstOfEach(session, each.stream().map(id -> byId.bind(id.value())).toList());
    for (int at = 0; at < each.size(); at++) {
      Row row = rows.get(at);
      counts.put(each.get(at), row == null ? Count.NOTHING : count(row));
    }
    return counts;
  }

  /** The driver gives 0 for a number that was never written. */
  private static Count count(Row row) {
    return new Count(
        row.getLong("followers"),
        row.getLong("following"),
        row.getLong("posts"),
        row.getInstant("last_post_at"));
  }

  @Override
  public CompletionStage<?> put(AccountId id, Count count, long offset) {
    return writes.write(
        Binding.of(
            put,
            offset,
            count.followers(),
            count.following(),
            count.posts(),
            count.lastPostAt(),
            id.value()));
  }
}
