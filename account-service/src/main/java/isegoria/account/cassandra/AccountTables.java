package isegoria.account.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.account.read.account.AccountWrite;
import isegoria.account.read.account.Accounts;
import isegoria.account.write.account.Account;
import isegoria.account.write.account.Profile;
import isegoria.account.write.account.ProfileField;
import isegoria.account.write.account.Role;
import isegoria.account.write.account.Settings;
import isegoria.cassandra.Binding;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.Reads;
import isegoria.cassandra.Writes;
import isegoria.events.AccountId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Accounts by id, by name and by the beginning of a name. */
public final class AccountTables implements Accounts {

  /** Characters of a name that make a partition of its beginning. */
  private static final int PREFIX_LENGTH = 2;

  /** Nothing longer is a name; a key of a partition may not be empty, nor longer than 64 kB. */
  private static final int NAME_LENGTH_MAX = 100;

  private final Reads reads;
  private final Writes writes;
  private final PreparedStatement put;
  private final PreparedStatement forget;
  private final PreparedStatement putName;
  private final PreparedStatement forgetName;
  private final PreparedStatement putPrefix;
  private final PreparedStatement forgetPrefix;
  private final PreparedStatement byId;
  private final PreparedStatement byName;
  private final PreparedStatement byPrefix;

  public AccountTables(Cassandra cassandra) {
    this.reads = cassandra.reads();
    this.writes = cassandra.writes();
    this.put =
        cassandra.prepare(
            """
            INSERT INTO account (id, username, display_name, note, fields, avatar, header, locked,
              bot, discoverable, indexable, hide_collections, privacy, sensitive, language,
              quote_policy, role, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) USING TIMESTAMP ?\
            """);
    this.forget = cassandra.prepare("DELETE FROM account USING TIMESTAMP ? WHERE id = ?");
    this.putName =
        cassandra.prepare("INSERT INTO account_by_name (name, id) VALUES (?, ?) USING TIMESTAMP ?");
    this.forgetName =
        cassandra.prepare("DELETE FROM account_by_name USING TIMESTAMP ? WHERE name = ?");
    this.putPrefix =
        cassandra.prepare(
            "INSERT INTO account_by_prefix (prefix, name, id) VALUES (?, ?, ?) USING TIMESTAMP ?");
    this.forgetPrefix =
        cassandra.prepare(
            "DELETE FROM account_by_prefix USING TIMESTAMP ? WHERE prefix = ? AND name = ?");
    this.byId = cassandra.prepare("SELECT * FROM account WHERE id = ?");
    this.byName = cassandra.prepare("SELECT id FROM account_by_name WHERE name = ?");
    this.byPrefix =
        cassandra.prepare(
            """
            SELECT id FROM account_by_prefix
            WHERE prefix = ? AND name >= ? AND name < ? ORDER BY name ASC LIMIT ?\
            """);
  }

  /** Applies the changes under the time of the fact that caused them. */
  public CompletionStage<?> apply(List<AccountWrite> changes, long micros) {
    List<BoundStatement> statements = new ArrayList<>();
    for (AccountWrite change : changes) {
      switch (change) {
        case AccountWrite.Put(Account.Open account) -> statements.add(put(account, micros));
        case AccountWrite.PutName(String name, AccountId id) -> {
          statements.add(putName.bind(name, id.value(), micros));
          statements.add(putPrefix.bind(prefix(name), name, id.value(), micros));
        }
        case AccountWrite.Forget(AccountId id, String name) -> {
          statements.add(forget.bind(micros, id.value()));
          statements.add(forgetName.bind(micros, name));
          statements.add(forgetPrefix.bind(micros, prefix(name), name));
        }
      }
    }
    return writes.writeAll(statements);
  }

  private BoundStatement put(Account.Open account, long micros) {
    Profile profile = account.profile();
    List<String> fields = new ArrayList<>();
    for (ProfileField field : profile.fields()) {
      fields.add(field.name());
      fields.add(field.value());
    }
    Settings settings = account.settings();
    return Binding.of(
        put,
        account.id().value(),
        account.username(),
        profile.displayName(),
        profile.note(),
        fields,
        profile.avatar(),
        profile.header(),
        profile.locked(),
        profile.bot(),
        profile.discoverable(),
        profile.indexable(),
        profile.hideCollections(),
        settings.privacy(),
        settings.sensitive(),
        settings.language(),
        settings.quotePolicy(),
        account.role().word(),
        account.createdAt(),
        micros);
  }

  private static String prefix(String name) {
    return name.length() <= PREFIX_LENGTH ? name : name.substring(0, PREFIX_LENGTH);
  }

  @Override
  public Optional<Account.Open> byId(AccountId id) {
    return Optional.ofNullable(byIds(List.of(id)).get(id));
  }

  @Override
  public Map<AccountId, Account.Open> byIds(Collection<AccountId> ids) {
    Map<AccountId, Account.Open> found = new HashMap<>();
    List<BoundStatement> statements =
        ids.stream().distinct().map(id -> byId.bind(id.value())).toList();
    for (Row row : reads.rows(statements)) {
      // Without a name the row is what an older write left beside its deletion.
      if (row.getString("username") != null) {
        found.put(new AccountId(row.getLong("id")), account(row));
      }
    }
    return found;
  }

  @Override
  public Optional<AccountId> byName(String name) {
    if (name.isEmpty() || name.length() > NAME_LENGTH_MAX) {
      return Optional.empty();
    }
    return Optional.ofNullable(reads.first(byName.bind(name)))
        .map(row -> new AccountId(row.getLong("id")));
  }

  @Override
  public List<AccountId> byPrefix(String beginning, int limit) {
    if (beginning.length() < PREFIX_LENGTH) {
      return List.of();
    }
    BoundStatement statement =
        byPrefix.bind(prefix(beginning), beginning, beginning + Character.MAX_VALUE, limit);
    return reads.rows(statement).stream().map(row -> new AccountId(row.getLong("id"))).toList();
  }

  private static Account.Open account(Row row) {
    List<ProfileField> fields = new ArrayList<>();
    List<String> words = row.getList("fields", String.class);
    for (int at = 0; words != null && at + 1 < words.size(); at += 2) {
      fields.add(new ProfileField(words.get(at), words.get(at + 1)));
    }
    Profile profile =
        new Profile(
            text(row, "display_name"),
            text(row, "note"),
            fields,
            text(row, "avatar"),
            text(row, "header"),
            row.getBoolean("locked"),
            row.getBoolean("bot"),
            maybe(row, "discoverable"),
            row.getBoolean("indexable"),
            maybe(row, "hide_collections"));
    Settings settings =
        new Settings(
            text(row, "privacy"),
            row.getBoolean("sensitive"),
            row.getString("language"),
            text(row, "quote_policy"));
    return new Account.Open(
        new AccountId(row.getLong("id")),
        text(row, "username"),
        profile,
        settings,
        Role.of(text(row, "role")).orElse(Role.USER),
        Objects.requireNonNull(row.getInstant("created_at")));
  }

  private static String text(Row row, String column) {
    String value = row.getString(column);
    return value == null ? "" : value;
  }

  private static @Nullable Boolean maybe(Row row, String column) {
    return row.isNull(column) ? null : row.getBoolean(column);
  }
}
