package isegoria.post.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.cassandra.Binding;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.Reads;
import isegoria.cassandra.Writes;
import isegoria.events.AccountId;
import isegoria.post.read.account.PostingDefaults;
import isegoria.post.read.account.SettingsTable;
import isegoria.post.read.account.SettingsWriter;
import isegoria.post.write.Visibility;
import java.util.concurrent.CompletionStage;

/** Table {@code account_settings}. */
public final class SettingsRows implements SettingsTable, SettingsWriter {

  private final Reads reads;
  private final Writes writes;
  private final PreparedStatement select;
  private final PreparedStatement insert;
  private final PreparedStatement delete;

  public SettingsRows(Cassandra cassandra) {
    this.reads = cassandra.reads();
    this.writes = cassandra.writes();
    this.select = cassandra.prepare("SELECT * FROM account_settings WHERE account_id = ?");
    this.insert =
        cassandra.prepare(
            "INSERT INTO account_settings (account_id, privacy, sensitive, language)"
                + " VALUES (?, ?, ?, ?) USING TIMESTAMP ?");
    this.delete =
        cassandra.prepare("DELETE FROM account_settings USING TIMESTAMP ? WHERE account_id = ?");
  }

  @Override
  public PostingDefaults of(AccountId account) {
    Row row = reads.first(select.bind(account.value()));
    return row == null
        ? PostingDefaults.USUAL
        : new PostingDefaults(
            Visibility.valueOf(PostRows.text(row, "privacy")),
            row.getBoolean("sensitive"),
            row.getString("language"));
  }

  @Override
  public CompletionStage<Void> put(AccountId account, PostingDefaults defaults, long micros) {
    return writes.write(
        Binding.of(
            insert,
            account.value(),
            defaults.visibility().name(),
            defaults.sensitive(),
            defaults.language(),
            micros));
  }

  @Override
  public CompletionStage<Void> remove(AccountId account, long micros) {
    return writes.write(delete.bind(micros, account.value()));
  }
}
