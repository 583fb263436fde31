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
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What is counted of an account, one row each. */
public final class CountTable implements Counts {

  private final Reads reads;
  private final Writes writes;
  private final PreparedStatement byId;
  private final PreparedStatement putFollows;
  private final PreparedStatement putPosts;

  public CountTable(Cassandra cassandra) {
    this.reads = cassandra.reads();
    this.writes = cassandra.writes();
    this.byId = cassandra.prepare("SELECT * FROM account_count WHERE id = ?");
    this.putFollows =
        cassandra.prepare(
            "INSERT INTO account_count (id, followers, following) VALUES (?, ?, ?)"
                + " USING TIMESTAMP ?");
    this.putPosts =
        cassandra.prepare(
            "INSERT INTO account_count (id, posts, last_post_at) VALUES (?, ?, ?)"
                + " USING TIMESTAMP ?");
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
  public CompletionStage<?> putFollows(AccountId id, long followers, long following, long micros) {
    return writes.write(putFollows.bind(id.value(), followers, following, micros));
  }

  @Override
  public CompletionStage<?> putPosts(
      AccountId id, long posts, @Nullable Instant lastAt, long micros) {
    return writes.write(Binding.of(putPosts, id.value(), posts, lastAt, micros));
  }
}
