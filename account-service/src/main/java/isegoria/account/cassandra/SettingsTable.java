package isegoria.account.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.account.read.setting.OwnSettings;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.Reads;
import isegoria.cassandra.Writes;
import isegoria.events.AccountId;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One kind of settings, whole, a row for each account: its state as its topic has it.
 *
 * <p>It is read and written as one, so columns for its parts would serve no query.
 */
public final class SettingsTable<S> implements OwnSettings<S> {

  private final Reads reads;
  private final Writes writes;
  private final Function<byte[], S> decode;
  private final S none;
  private final PreparedStatement put;
  private final PreparedStatement remove;
  private final PreparedStatement byAccount;

  /**
   * Prepares the statements.
   *
   * @param none what an account has that has no row
   */
  public SettingsTable(Cassandra cassandra, String table, Function<byte[], S> decode, S none) {
    this.reads = cassandra.reads();
    this.writes = cassandra.writes();
    this.decode = decode;
    this.none = none;
    this.put =
        cassandra.prepare(
            "INSERT INTO " + table + " (account, state) VALUES (?, ?) USING TIMESTAMP ?");
    this.remove =
        cassandra.prepare("DELETE FROM " + table + " USING TIMESTAMP ? WHERE account = ?");
    this.byAccount = cassandra.prepare("SELECT state FROM " + table + " WHERE account = ?");
  }

  /**
   * Writes what an account has under the time of the fact that caused it.
   *
   * @param state null where nothing is left
   */
  public CompletionStage<?> put(AccountId account, byte @Nullable [] state, long micros) {
    return writes.writeAll(
        List.of(
            state == null
                ? remove.bind(micros, account.value())
                : put.bind(account.value(), ByteBuffer.wrap(state), micros)));
  }

  @Override
  public S of(AccountId account) {
    Row row = reads.first(byAccount.bind(account.value()));
    ByteBuffer state = row == null ? null : row.getByteBuffer("state");
    if (state == null) {
      return none;
    }
    byte[] bytes = new byte[state.remaining()];
    state.get(bytes);
    return decode.apply(bytes);
  }
}
