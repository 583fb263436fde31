package isegoria.post.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.cassandra.Binding;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.Reads;
import isegoria.cassandra.Writes;
import isegoria.events.AccountId;
import isegoria.post.read.account.AccountNumbers;
import isegoria.post.read.account.AccountRow;
import isegoria.post.read.account.AccountRow.FieldRow;
import isegoria.post.read.account.AccountTable;
import isegoria.post.read.account.AccountWriter;
import isegoria.post.read.account.KnownAccount;
import isegoria.post.read.account.PostingDefaults;
import isegoria.post.write.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Tables {@code account} and {@code account_by_name}. */
public final class AccountRows implements AccountTable, AccountWriter {

  private final Reads reads;
  private final Writes writes;
  private final PreparedStatement select;
  private final PreparedStatement selectName;
  private final PreparedStatement insert;
  private final PreparedStatement insertName;
  private final PreparedStatement updateDefaults;
  private final PreparedStatement updateNumbers;
  private final PreparedStatement delete;
  private final PreparedStatement deleteName;

  /** Whose rows are being put under which name: a removal that follows at once needs it. */
  private final Map<AccountId, String> namesBeingPut = new ConcurrentHashMap<>();

  public AccountRows(Cassandra cassandra) {
    this.reads = cassandra.reads();
    this.writes = cassandra.writes();
    this.select = cassandra.prepare("SELECT * FROM account WHERE account_id = ?");
    this.selectName = cassandra.prepare("SELECT * FROM account_by_name WHERE name = ?");
    this.insert =
        cassandra.prepare(
            "INSERT INTO account (account_id, username, display_name, note, field_names,"
                + " field_values, avatar, header, locked, bot, discoverable, indexable,"
                + " hide_collections, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " USING TIMESTAMP ?");
    this.insertName =
        cassandra.prepare(
            "INSERT INTO account_by_name (name, account_id) VALUES (?, ?) USING TIMESTAMP ?");
    this.updateDefaults =
        cassandra.prepare(
            "UPDATE account USING TIMESTAMP ? SET privacy = ?, sensitive = ?, language = ?"
                + " WHERE account_id = ?");
    this.updateNumbers =
        cassandra.prepare(
            "UPDATE account USING TIMESTAMP ? SET posts = ?, last_post_at = ?, followers = ?,"
                + " following = ? WHERE account_id = ?");
    this.delete = cassandra.prepare("DELETE FROM account USING TIMESTAMP ? WHERE account_id = ?");
    this.deleteName =
        cassandra.prepare("DELETE FROM account_by_name USING TIMESTAMP ? WHERE name = ?");
  }

  @Override
  public Map<AccountId, KnownAccount> findAll(Collection<AccountId> ids) {
    var found = new HashMap<AccountId, KnownAccount>();
    for (Row row :
        reads.rows(ids.stream().distinct().map(id -> select.bind(id.value())).toList())) {
      // Without a name the row has numbers or settings only: the account is not known, or gone.
      if (row.getString("username") != null) {
        AccountRow profile = read(row);
        found.put(profile.id(), new KnownAccount(profile, defaults(row), numbers(row)));
      }
    }
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

  /** The driver gives 0 for a number that was never written. */
  private static AccountNumbers numbers(Row row) {
    return new AccountNumbers(
        row.getLong("posts"),
        row.getInstant("last_post_at"),
        row.getLong("followers"),
        row.getLong("following"));
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
  public CompletionStage<Void> put(AccountRow account, long micros) {
    var names = account.fields().stream().map(FieldRow::name).toList();
    var values = account.fields().stream().map(FieldRow::value).toList();
    namesBeingPut.put(account.id(), account.username());
    CompletionStage<Void> put =
        writes.writeAll(
            List.of(
                Binding.of(
                    insert,
                    account.id().value(),
                    account.username(),
                    account.displayName(),
                    account.note(),
                    names,
                    values,
                    account.avatar(),
                    account.header(),
                    account.locked(),
                    account.bot(),
                    account.discoverable(),
                    account.indexable(),
                    account.hideCollections(),
                    account.createdAt(),
                    micros),
                insertName.bind(
                    account.username().toLowerCase(Locale.ROOT), account.id().value(), micros)));
    return put.whenComplete((done, failure) -> namesBeingPut.remove(account.id()));
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

  @Override
  public CompletionStage<Void> put(AccountId account, AccountNumbers numbers, long offset) {
    return writes.write(
        Binding.of(
            updateNumbers,
            offset,
            numbers.posts(),
            numbers.lastPostAt(),
            numbers.followers(),
            numbers.following(),
            account.value()));
  }

  /**
   * The name goes before the row that tells it: a removal that was cut off finds it again. The read
   * is made by the caller: it would block a thread of the driver if it waited for the put.
   */
  @Override
  public CompletionStage<Void> remove(AccountId account, long micros) {
    String name = namesBeingPut.get(account);
    if (name == null) {
      Row row = reads.first(select.bind(account.value()));
      name = row == null ? null : row.getString("username");
    }
    return removeName(name, micros)
        .thenCompose(nameless -> writes.write(delete.bind(micros, account.value())));
  }

  private CompletionStage<Void> removeName(@Nullable String name, long micros) {
    return name == null
        ? CompletableFuture.completedFuture(null)
        : writes.write(deleteName.bind(micros, name.toLowerCase(Locale.ROOT)));
  }

  private static AccountRow read(Row row) {
    List<String> names = PostRows.list(row, "field_names", String.class);
    List<String> values = PostRows.list(row, "field_values", String.class);
    var fields = new ArrayList<FieldRow>();
    for (int i = 0; i < names.size(); i++) {
      fields.add(new FieldRow(names.get(i), values.get(i)));
    }
    return new AccountRow(
        new AccountId(row.getLong("account_id")),
        PostRows.text(row, "username"),
        PostRows.text(row, "display_name"),
        PostRows.text(row, "note"),
        fields,
        PostRows.text(row, "avatar"),
        PostRows.text(row, "header"),
        row.getBoolean("locked"),
        row.getBoolean("bot"),
        flag(row, "discoverable"),
        row.getBoolean("indexable"),
        flag(row, "hide_collections"),
        createdAt(row));
  }

  private static Instant createdAt(Row row) {
    return PostRows.instant(row, "created_at");
  }

  private static @Nullable Boolean flag(Row row, String column) {
    return row.isNull(column) ? null : (Boolean) row.getBoolean(column);
  }
}
