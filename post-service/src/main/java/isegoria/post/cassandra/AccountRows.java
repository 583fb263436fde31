package isegoria.post.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.cassandra.Writes;
import isegoria.events.AccountId;
import isegoria.post.read.account.AccountNumbers;
import isegoria.post.read.account.AccountRow;
import isegoria.post.read.account.AccountRow.FieldRow;
import isegoria.post.read.account.AccountTable;
import isegoria.post.read.account.AccountWriter;
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
  private final PreparedStatement selectPosts;
  private final PreparedStatement selectFollows;
  private final PreparedStatement insert;
  private final PreparedStatement insertName;
  private final PreparedStatement delete;
  private final PreparedStatement deleteName;

  /** What is being put: a removal reads the name in the row that is put just before it. */
  private final Map<AccountId, CompletionStage<Void>> underWay = new ConcurrentHashMap<>();

  public AccountRows(CqlSession session, Writes writes) {
    this.session = session;
    this.writes = writes;
    this.select = session.prepare("SELECT * FROM account WHERE account_id = ?");
    this.selectName = session.prepare("SELECT * FROM account_by_name WHERE name = ?");
    this.selectPosts = session.prepare("SELECT * FROM account_posts WHERE account_id = ?");
    this.selectFollows = session.prepare("SELECT * FROM account_follows WHERE account_id = ?");
    this.insert =
        session.prepare(
            "INSERT INTO account (account_id, username, display_name, note, field_names,"
                + " field_values, avatar, header, locked, bot, discoverable, indexable,"
                + " hide_collections, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " USING TIMESTAMP ?");
    this.insertName =
        session.prepare(
            "INSERT INTO account_by_name (name, account_id) VALUES (?, ?) USING TIMESTAMP ?");
    this.delete = session.prepare("DELETE FROM account USING TIMESTAMP ? WHERE account_id = ?");
    this.deleteName =
        session.prepare("DELETE FROM account_by_name USING TIMESTAMP ? WHERE name = ?");
  }

  @Override
  public Map<AccountId, AccountRow> findAll(Collection<AccountId> ids) {
    var found = new HashMap<AccountId, AccountRow>();
    for (Row row : Reads.each(session, Set.copyOf(ids), id -> select.bind(id.value()))) {
      if (row.getString("username") != null) {
        AccountRow account = read(row);
        found.put(account.id(), account);
      }
    }
    return found;
  }

  @Override
  public Map<AccountId, AccountNumbers> numbersOf(Collection<AccountId> ids) {
    var posts = new HashMap<AccountId, AccountNumbers>();
    Set<AccountId> once = Set.copyOf(ids);
    var asked = new ArrayList<BoundStatement>();
    once.forEach(id -> asked.add(selectPosts.bind(id.value())));
    once.forEach(id -> asked.add(selectFollows.bind(id.value())));
    for (Row row : Reads.each(session, asked, statement -> statement)) {
      posts.merge(new AccountId(row.getLong("account_id")), numbers(row), AccountRows::both);
    }
    return posts;
  }

  private static AccountNumbers numbers(Row row) {
    return row.getColumnDefinitions().contains("posts")
        ? new AccountNumbers(row.getLong("posts"), row.getInstant("last_post_at"), 0, 0)
        : new AccountNumbers(0, null, row.getLong("followers"), row.getLong("following"));
  }

  private static AccountNumbers both(AccountNumbers one, AccountNumbers other) {
    return new AccountNumbers(
        one.posts() + other.posts(),
        one.lastPostAt() == null ? other.lastPostAt() : one.lastPostAt(),
        one.followers() + other.followers(),
        one.following() + other.following());
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
