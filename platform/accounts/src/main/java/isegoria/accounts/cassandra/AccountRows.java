package isegoria.accounts.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.accounts.AccountStateCodec;
import isegoria.accounts.AccountWriter;
import isegoria.accounts.Accounts;
import isegoria.accounts.KnownAccount;
import isegoria.api.view.AccountCounts;
import isegoria.api.view.AccountProfile;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.Reads;
import isegoria.cassandra.Writes;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/**
 * A table of accounts, one row each: key {@code id}, the state as its topic has it in the blob
 * {@code state}, and the columns of {@link AccountCountRows}. A service may add columns of its own.
 */
public final class AccountRows implements Accounts, AccountWriter {

  private final AccountStateCodec states = new AccountStateCodec();
  private final Reads reads;
  private final Writes writes;
  private final AccountCountRows counts;
  private final PreparedStatement select;
  private final PreparedStatement insert;
  private final PreparedStatement delete;

  public AccountRows(Cassandra cassandra, String table) {
    this.reads = cassandra.reads();
    this.writes = cassandra.writes();
    this.counts = new AccountCountRows(cassandra, table);
    this.select = cassandra.prepare("SELECT * FROM " + table + " WHERE id IN ?");
    this.insert =
        cassandra.prepare("INSERT INTO " + table + " (id, state) VALUES (?, ?) USING TIMESTAMP ?");
    this.delete = cassandra.prepare("DELETE FROM " + table + " USING TIMESTAMP ? WHERE id = ?");
  }

  @Override
  public Map<Long, KnownAccount> find(Collection<Long> ids) {
    return find(ids, (account, _) -> account);
  }

  /** The same, with what {@code shape} makes of a service's own columns. */
  public <T> Map<Long, T> find(Collection<Long> ids, BiFunction<KnownAccount, Row, T> shape) {
    List<BoundStatement> questions =
        Reads.portions(ids).stream().map(portion -> select.bind(portion)).toList();
    var found = new HashMap<Long, T>();
    for (Row row : reads.rows(questions)) {
      // Without a state the row has late counts only: the account is not known, or gone.
      ByteBuffer state = row.getByteBuffer("state");
      if (state != null) {
        byte[] bytes = new byte[state.remaining()];
        state.get(bytes);
        var account = new KnownAccount(states.decode(bytes), AccountCountRows.read(row));
        found.put(account.profile().id(), shape.apply(account, row));
      }
    }
    return found;
  }

  @Override
  public CompletionStage<Void> put(AccountProfile profile, byte[] state, long micros) {
    return writes.write(insert.bind(profile.id(), ByteBuffer.wrap(state), micros));
  }

  @Override
  public CompletionStage<Void> remove(long id, long micros) {
    return writes.write(delete.bind(micros, id));
  }

  @Override
  public CompletionStage<Void> put(long id, AccountCounts of, long offset) {
    return counts.put(id, of, offset);
  }
}
