package isegoria.post.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.accounts.AccountWriter;
import isegoria.accounts.cassandra.AccountRows;
import isegoria.api.view.AccountCounts;
import isegoria.api.view.AccountProfile;
import isegoria.cassandra.Binding;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.Reads;
import isegoria.cassandra.Writes;
import isegoria.events.AccountId;
import isegoria.post.read.account.AccountTable;
import isegoria.post.read.account.KnownAccount;
import isegoria.post.read.account.PostingDefaults;
import isegoria.post.read.account.PostingDefaultsWriter;
import isegoria.post.write.Visibility;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Tables {@code known_account}, with posting defaults in its rows, and {@code account_by_name}. */
public final class KnownAccountRows implements AccountTable, AccountWriter, PostingDefaultsWriter {

  private static final String TABLE = "known_account";

  private final AccountRows accounts;
  private final Reads reads;
  private final Writes writes;
  private final PreparedStatement selectName;
  private final PreparedStatement insertName;
  private final PreparedStatement deleteName;
  private final PreparedStatement updateDefaults;

  /** The names of accounts whose rows are being put: a removal that follows at once needs them. */
  private final Map<Long, String> namesBeingPut = new ConcurrentHashMap<>();

  public KnownAccountRows(Cassandra cassandra) {
    this.accounts = new AccountRows(cassandra, TABLE);
    this.reads = cassandra.reads();
    this.writes = cassandra.writes();
    this.selectName = cassandra.prepare("SELECT * FROM account_by_name WHERE name = ?");
    this.insertName =
        cassandra.prepare(
            "INSERT INTO account_by_name (name, account_id) VALUES (?, ?) USING TIMESTAMP ?");
    this.deleteName =
        cassandra.prepare("DELETE FROM account_by_name USING TIMESTAMP ? WHERE name = ?");
    this.updateDefaults =
        cassandra.prepare(
            "UPDATE known_account USING TIMESTAMP ? SET privacy = ?, sensitive = ?, language = ?"
                + " WHERE id = ?");
  }

  @Override
  public Map<AccountId, KnownAccount> findAll(Collection<AccountId> ids) {
    var found = new HashMap<AccountId, KnownAccount>();
    accounts
        .find(
            ids.stream().map(AccountId::value).toList(),
            (account, row) -> new KnownAccount(account.profile(), defaults(row), account.counts()))
        .forEach((id, account) -> found.put(new AccountId(id), account));
    return found;
  }

  private static PostingDefaults defaults(Row row) {
    return row.isNull("privacy")
        ? PostingDefaults.USUAL
        : new PostingDefaults(
            Visibility.valueOf(PostRows.text(row, "privacy")),
            row.getBoolean("sensitive"),
            row.getString("language"));
  }

  @Override
  public Map<String, AccountId> named(Collection<String> lowerCaseNames) {
    var found = new HashMap<String, AccountId>();
    for (Row row : reads.rows(lowerCaseNames.stream().distinct().map(selectName::bind).toList())) {
      found.put(PostRows.text(row, "name"), new AccountId(row.getLong("account_id")));
    }
    return found;
  }

  @Override
  public CompletionStage<Void> put(AccountProfile profile, byte[] state, long micros) {
    String name = profile.username();
    namesBeingPut.put(profile.id(), name);
    CompletionStage<Void> row = accounts.put(profile, state, micros);
    return writes
        .write(insertName.bind(lowerCase(name), profile.id(), micros))
        .thenCompose(named -> row)
        .whenComplete((done, failure) -> namesBeingPut.remove(profile.id()));
  }

  @Override
  public CompletionStage<Void> put(long id, AccountCounts counts, long offset) {
    return accounts.put(id, counts, offset);
  }

  @Override
  public CompletionStage<Void> put(AccountId account, PostingDefaults defaults, long micros) {
    return writes.write(
        Binding.of(
            updateDefaults,
            micros,
            defaults.visibility().name(),
            defaults.sensitive(),
            defaults.language(),
            account.value()));
  }

  /**
   * The name goes before the row that tells it: a removal that was cut off finds it again. The read
   * is made by the caller: it would block a thread of the driver if it waited for the put.
   */
  @Override
  public CompletionStage<Void> remove(long id, long micros) {
    String name = namesBeingPut.get(id);
    if (name == null) {
      isegoria.accounts.KnownAccount account = accounts.find(List.of(id)).get(id);
      name = account == null ? null : account.profile().username();
    }
    return removeName(name, micros).thenCompose(nameless -> accounts.remove(id, micros));
  }

  private CompletionStage<Void> removeName(@Nullable String name, long micros) {
    return name == null
        ? CompletableFuture.completedFuture(null)
        : writes.write(deleteName.bind(micros, lowerCase(name)));
  }

  private static String lowerCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
