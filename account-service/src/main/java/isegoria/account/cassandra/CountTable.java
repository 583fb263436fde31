package isegoria.account.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.account.read.account.Count;
import isegoria.account.read.account.Counts;
import isegoria.cassandra.Binding;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.Reads;
import isegoria.cassandra.Writes;
import isegoria.events.AccountId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** What is counted of an account: columns of its row with write times of their own. */
public final class CountTable implements Counts {

  private final Reads reads;
  private final Writes writes;
  private final PreparedStatement byId;
  private final PreparedStatement put;

  public CountTable(Cassandra cassandra) {
    this.reads = cassandra.reads();
    this.writes = cassandra.writes();
    this.byId =
        cassandra.prepare(
            "SELECT id, followers, following, posts, last_post_at FROM account WHERE id = ?");
    this.put =
        cassandra.prepare(
            "UPDATE account USING TIMESTAMP ? SET followers = ?, following = ?, posts = ?,"
                + " last_post_at = ? WHERE id = ?");
  }

  @Override
  public Map<AccountId, Count> of(Collection<AccountId> ids) {
    Map<AccountId, Count> counts = new HashMap<>();
    ids.forEach(id -> counts.put(id, Count.NOTHING));
    for (Row row : reads.rows(counts.keySet().stream().map(id -> byId.bind(id.value())).toList())) {
      counts.put(new AccountId(row.getLong("id")), count(row));
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
