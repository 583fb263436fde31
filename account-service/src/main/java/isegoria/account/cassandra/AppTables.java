package isegoria.account.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.account.read.login.App;
import isegoria.account.read.login.Apps;
import isegoria.api.scope.Scopes;
import isegoria.cassandra.Binding;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.Reads;
import isegoria.events.AccountId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Registered apps, and what people have allowed them. */
public final class AppTables implements Apps {

  /** Ours have 43 characters; a key of a partition may not be empty, nor longer than 64 kB. */
  private static final int CLIENT_ID_LENGTH_MAX = 100;

  private final Cassandra cassandra;
  private final Reads reads;
  private final PreparedStatement put;
  private final PreparedStatement putClientId;
  private final PreparedStatement byId;
  private final PreparedStatement byClientId;
  private final PreparedStatement allow;
  private final PreparedStatement allowed;
  private final PreparedStatement forget;

  public AppTables(Cassandra cassandra) {
    this.cassandra = cassandra;
    this.reads = cassandra.reads();
    this.put =
        cassandra.prepare(
            """
            INSERT INTO app
              (id, client_id, name, website, redirect_uris, scopes, secret_hash, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
            """);
    this.putClientId =
        cassandra.prepare("INSERT INTO app_by_client_id (client_id, id) VALUES (?, ?)");
    this.byClientId = cassandra.prepare("SELECT id FROM app_by_client_id WHERE client_id = ?");
    this.byId = cassandra.prepare("SELECT * FROM app WHERE id = ?");
    this.allow =
        cassandra.prepare("INSERT INTO consent (account_id, app_id, scopes) VALUES (?, ?, ?)");
    this.forget = cassandra.prepare("DELETE FROM consent WHERE account_id = ?");
    this.allowed =
        cassandra.prepare("SELECT scopes FROM consent WHERE account_id = ? AND app_id = ?");
  }

  @Override
  public void forget(AccountId account) {
    cassandra.writeOnce(forget.bind(account.value()));
  }

  @Override
  public void put(App app) {
    cassandra.writeOnce(
        Binding.of(
            put,
            app.id(),
            app.clientId(),
            app.name(),
            app.website(),
            app.redirectUris(),
            app.scopes().toString(),
            app.secretHash(),
            app.createdAt()));
    cassandra.writeOnce(putClientId.bind(app.clientId(), app.id()));
  }

  @Override
  public Optional<App> byClientId(String clientId) {
    if (clientId.isEmpty() || clientId.length() > CLIENT_ID_LENGTH_MAX) {
      return Optional.empty();
    }
    return Optional.ofNullable(reads.first(byClientId.bind(clientId)))
        .flatMap(row -> byId(row.getLong(0)));
  }

  @Override
  public Optional<App> byId(long id) {
    Row row = reads.first(byId.bind(id));
    if (row == null) {
      return Optional.empty();
    }
    List<String> redirectUris = row.getList("redirect_uris", String.class);
    return Optional.of(
        new App(
            id,
            Objects.requireNonNull(row.getString("client_id")),
            Objects.requireNonNull(row.getString("name")),
            row.getString("website"),
            redirectUris == null ? List.of() : redirectUris,
            scopes(row),
            Objects.requireNonNull(row.getString("secret_hash")),
            Objects.requireNonNull(row.getInstant("created_at"))));
  }

  @Override
  public void allow(AccountId account, long appId, Scopes scopes) {
    cassandra.writeOnce(allow.bind(account.value(), appId, scopes.toString()));
  }

  @Override
  public Optional<Scopes> allowed(AccountId account, long appId) {
    return Optional.ofNullable(reads.first(allowed.bind(account.value(), appId)))
        .map(AppTables::scopes);
  }

  static Scopes scopes(Row row) {
    String words = row.getString("scopes");
    return Scopes.parse(words == null ? "" : words).orElse(Scopes.READ);
  }
}
