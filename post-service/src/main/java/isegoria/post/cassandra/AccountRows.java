package isegoria.post.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Tables {@code account} and {@code account_by_name}. */
public final class AccountRows implements AccountTable, AccountWriter {

  private final CqlSession session;
  private final Writes writes;
  private final PreparedStatement select;
  private final PreparedStatement selectName;
  private final PreparedStatement insert;
  private final PreparedStatement insertName;
  private final PreparedStatement updateDefaults;
  private final PreparedStatement updateNumbers;
  private final PreparedStatement delete;
  private final PreparedStatement deleteName;

  /** What is being put: a removal reads the name in the row that is put just before it. */
  private final Map<AccountId, CompletionStage<Void>> underWay = new ConcurrentHashMap<>();

  public AccountRows(CqlSession session, Writes writes) {
    this.session = session;
    this.writes = writes;
    this.select = session.prepare("SELECT * FROM account WHERE account_id = ?");
    this.selectName = session.prepare("SELECT * FROM account_by_name WHERE name = ?");
    this.insert =
        session.prepare(
            "INSERT INTO account (account_id, username, display_name, note, field_names,"
                + " field_values, avatar, header, locked, bot, discoverable, indexable,"
                + " hide_collections, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " USING TIMESTAMP ?");
    this.insertName =
        session.prepare(
            "INSERT INTO account_by_name (name, account_id) VALUES (?, ?) USING TIMESTAMP ?");
    this.updateDefaults =
        session.prepare(
            "UPDATE account USING TIMESTAMP ? SET privacy = ?, sensitive = ?, language = ?"
                + " WHERE account_id = ?");
    this.updateNumbers =
        session.prepare(
            "UPDATE account USING TIMESTAMP ? SET posts = ?, last_post_at = ?, followers = ?,"
                + " following = ? WHERE account_id = ?");
    this.delete = session.prepare("DELETE FROM account USING TIMESTAMP ? WHERE account_id = ?");
    this.deleteName =
        session.prepare("DELETE FROM account_by_name USING TIMESTAMP ? WHERE name = ?");
  }

  @Override
  public Map<AccountId, KnownAccount> findAll(Collection<AccountId> ids) {
    var found = new HashMap<AccountId, KnownAccount>();
    for (Row row : Reads.each(session, Set.copyOf(ids), id -> select.bind(id.value()))) {
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
    for (Row row : Reads.each(session, Set.copyOf(lowerCaseNames), selectName::bind)) {
      found.put(PostRows.text(row, "name"), new AccountId(row.getLong("account_id")));
    }
    return found;
  }

  @Override
  public CompletionStage<Void> put(AccountRow account, long micros) {
    var names = account.fields().stream().map(FieldRow::name).toList();
    var values = account.fields().stream().map(FieldRow::value).toList();
    CompletionStage<Void> put =
        writes.writeAll(
            List.of(
                Reads.bound(
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
    underWay.put(account.id(), put);
    return put.whenComplete((done, failure) -> underWay.remove(account.id(), put));
  }

  @Override
  public CompletionStage<Void> put(AccountId account, PostingDefaults defaults, long micros) {
    return writes.write(
        Reads.bound(
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
        Reads.bound(
            updateNumbers,
            offset,
            numbers.posts(),
            numbers.lastPostAt(),
            numbers.followers(),
            numbers.following(),
            account.value()));
  }

  /** The name goes before the row that has it: a removal that was cut off finds it again. */
  @Override
  public CompletionStage<Void> remove(AccountId account, long micros) {
    return underWay
        .getOrDefault(account, CompletableFuture.completedFuture(null))
        .thenCompose(put -> session.executeAsync(select.bind(account.value())))
        .thenCompose(rows -> removeName(rows.one(), micros))
        .thenCompose(nameless -> writes.write(delete.bind(micros, account.value())));
  }

  private CompletionStage<Void> removeName(@Nullable Row account, long micros) {
    String name = account == null ? null : account.getString("username");
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
