package isegoria.timeline.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.Reads;
import isegoria.timeline.read.account.AccountCounts;
import isegoria.timeline.read.account.AccountRow;
import isegoria.timeline.read.account.AccountTables;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Copies of accounts, by id: the words, and what was counted. */
public final class CassandraAccounts implements AccountTables {

  private final Reads reads;
  private final Function<byte[], AccountRow> states;
  private final PreparedStatement selectAccounts;
  private final PreparedStatement selectFollows;
  private final PreparedStatement selectPosts;

  public CassandraAccounts(Cassandra cassandra, Function<byte[], AccountRow> states) {
    this.reads = cassandra.reads();
    this.states = states;
    this.selectAccounts = cassandra.prepare("SELECT state FROM account WHERE id IN ?");
    this.selectFollows =
        cassandra.prepare("SELECT id, followers, following FROM account_follows WHERE id IN ?");
    this.selectPosts =
        cassandra.prepare("SELECT id, posts, last_post_at FROM account_posts WHERE id IN ?");
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
    var follows = new HashMap<Long, Row>();
    rows(selectFollows, accountIds).forEach(row -> follows.put(row.getLong("id"), row));
    var posts = new HashMap<Long, Row>();
    rows(selectPosts, accountIds).forEach(row -> posts.put(row.getLong("id"), row));
    Set<Long> known = new HashSet<>(follows.keySet());
    known.addAll(posts.keySet());
    var counts = new HashMap<Long, AccountCounts>();
    for (Long id : known) {
      Row followed = follows.get(id);
      Row published = posts.get(id);
      counts.put(
          id,
          new AccountCounts(
              followed == null ? 0 : followed.getLong("followers"),
              followed == null ? 0 : followed.getLong("following"),
              published == null ? 0 : published.getLong("posts"),
              published == null ? null : published.getInstant("last_post_at")));
    }
    return counts;
  }

  private List<Row> rows(PreparedStatement select, Collection<Long> ids) {
    List<BoundStatement> questions =
        Reads.portions(ids).stream().map(portion -> select.bind(portion)).toList();
    return reads.rows(questions);
  }
}
