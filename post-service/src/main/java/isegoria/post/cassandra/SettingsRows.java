package isegoria.post.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.cassandra.Writes;
import isegoria.events.AccountId;
import isegoria.post.read.account.PostingDefaults;
import isegoria.post.read.account.SettingsTable;
import isegoria.post.read.account.SettingsWriter;
import isegoria.post.write.Visibility;
import java.util.concurrent.CompletionStage;

/** Table {@code account_settings}. */
public final class SettingsRows implements SettingsTable, SettingsWriter {

  private final CqlSession session;
  private final Writes writes;
  private final PreparedStatement select;
  private final PreparedStatement insert;
  private final PreparedStatement delete;

  public SettingsRows(CqlSession session, Writes writes) {
    this.session = session;
    this.writes = writes;
    this.select = session.prepare("SELECT * FROM account_settings WHERE account_id = ?");
    this.insert =
        session.prepare(
            "INSERT INTO account_settings (account_id, privacy, sensitive, language)"
                + " VALUES (?, ?, ?, ?) USING TIMESTAMP ?");
    this.delete =
        session.prepare("DELETE FROM account_settings USING TIMESTAMP ? WHERE account_id = ?");
  }

  @Override
  public PostingDefaults of(AccountId account) {
    Row row = session.execute(select.bind(account.value())).one();
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
        Reads.bound(
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
