package isegoria.account.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.account.read.account.AccountWrite;
import isegoria.account.read.account.Accounts;
import isegoria.account.read.account.CountedAccount;
import isegoria.account.write.account.Account;
import isegoria.account.write.account.Profile;
import isegoria.account.write.account.ProfileField;
import isegoria.account.write.account.Role;
import isegoria.account.write.account.Settings;
import isegoria.accounts.cassandra.AccountCountRows;
import isegoria.cassandra.Binding;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.Reads;
import isegoria.cassandra.Writes;
import isegoria.events.AccountId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Accounts by id, by name, and by the beginning of a name or of a word of a display name. */
public final class AccountTables implements Accounts {

  /** Characters of a name that make a partition of its beginning. */
  private static final int PREFIX_LENGTH = 2;

  /** Nothing longer is a name; a key of a partition may not be empty, nor longer than 64 kB. */
  private static final int NAME_LENGTH_MAX = 100;

  /** Sorts behind every character: Cassandra compares the bytes of UTF-8. */
  private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  private final Reads reads;
  private final Writes writes;
  private final PreparedStatement put;
  private final PreparedStatement forget;
  private final PreparedStatement putName;
  private final PreparedStatement forgetName;
  private final PreparedStatement putPrefix;
  private final PreparedStatement forgetPrefix;
  private final PreparedStatement putWord;
  private final PreparedStatement forgetWord;
  private final PreparedStatement byId;
  private final PreparedStatement byName;
  private final PreparedStatement byPrefix;
  private final PreparedStatement byWord;

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
    this.putWord =
        cassandra.prepare(
            "INSERT INTO account_by_word (prefix, word, id) VALUES (?, ?, ?) USING TIMESTAMP ?");
    this.forgetWord =
        cassandra.prepare(
            "DELETE FROM account_by_word USING TIMESTAMP ?"
                + " WHERE prefix = ? AND word = ? AND id = ?");
    this.byId = cassandra.prepare("SELECT * FROM account WHERE id = ?");
    this.byName = cassandra.prepare("SELECT id FROM account_by_name WHERE name = ?");
    this.byPrefix =
        cassandra.prepare(
            """
            SELECT id FROM account_by_prefix
            WHERE prefix = ? AND name >= ? AND name < ? ORDER BY name ASC LIMIT ?\
            """);
    this.byWord =
        cassandra.prepare(
            """
            SELECT id FROM account_by_word
            WHERE prefix = ? AND word >= ? AND word < ? ORDER BY word ASC LIMIT ?\
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
        case AccountWrite.PutWords(Set<String> words, AccountId id) ->
            words.forEach(
                word -> statements.add(putWord.bind(prefix(word), word, id.value(), micros)));
        case AccountWrite.ForgetWords(Set<String> words, AccountId id) ->
            words.forEach(
                word -> statements.add(forgetWord.bind(micros, prefix(word), word, id.value())));
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
    return name.codePointCount(0, name.length()) <= PREFIX_LENGTH
        ? name
        : name.substring(0, name.offsetByCodePoints(0, PREFIX_LENGTH));
  }

  @Override
  public Optional<Account.Open> byId(AccountId id) {
    return Optional.ofNullable(byIds(List.of(id)).get(id));
  }

  @Override
  public Map<AccountId, Account.Open> byIds(Collection<AccountId> ids) {
    return byIds(ids, AccountTables::account);
  }

  @Override
  public Map<AccountId, CountedAccount> countedByIds(Collection<AccountId> ids) {
    return byIds(ids, row -> new CountedAccount(account(row), AccountCountRows.read(row)));
  }

  private <T> Map<AccountId, T> byIds(Collection<AccountId> ids, Function<Row, T> shape) {
    Map<AccountId, T> found = new HashMap<>();
    List<BoundStatement> statements =
        ids.stream().distinct().map(id -> byId.bind(id.value())).toList();
    for (Row row : reads.rows(statements)) {
      // Without a name the row is what an older write left beside its deletion, or late counts.
      if (row.getString("username") != null) {
        found.put(new AccountId(row.getLong("id")), shape.apply(row));
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
    return beginning(byPrefix, beginning, limit);
  }

  @Override
  public Set<AccountId> byWord(String beginning, int limit) {
    return new LinkedHashSet<>(beginning(byWord, beginning, limit));
  }

  private List<AccountId> beginning(PreparedStatement select, String beginning, int limit) {
    if (beginning.codePointCount(0, beginning.length()) < PREFIX_LENGTH
        || beginning.length() > NAME_LENGTH_MAX) {
      return List.of();
    }
    BoundStatement statement = select.bind(prefix(beginning), beginning, beginning + LAST, limit);
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
