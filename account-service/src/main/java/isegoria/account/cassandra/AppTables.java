package isegoria.account.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.account.read.login.App;
import isegoria.account.read.login.Apps;
import isegoria.api.scope.Scopes;
import isegoria.cassandra.Cassandra;
import isegoria.events.AccountId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Registered apps, and what people have allowed them. */
public final class AppTables implements Apps {

  private final CqlSession session;
  private final PreparedStatement put;
  private final PreparedStatement byClientId;
  private final PreparedStatement allow;
  private final PreparedStatement allowed;

  public AppTables(Cassandra cassandra) {
    this.session = cassandra.session();
    this.put =
        cassandra.prepare(
            """
            INSERT INTO app
              (client_id, id, name, website, redirect_uris, scopes, secret_hash, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
            """);
    this.byClientId = cassandra.prepare("SELECT * FROM app WHERE client_id = ?");
    this.allow =
        cassandra.prepare("INSERT INTO consent (account_id, client_id, scopes) VALUES (?, ?, ?)");
    this.allowed =
        cassandra.prepare("SELECT scopes FROM consent WHERE account_id = ? AND client_id = ?");
  }

  @Override
  public void put(App app) {
    session.execute(
        Binding.of(
            put,
            app.clientId(),
            app.id(),
            app.name(),
            app.website(),
            app.redirectUris(),
            app.scopes().toString(),
            app.secretHash(),
            app.createdAt()));
  }

  @Override
  public Optional<App> byClientId(String clientId) {
    Row row = session.execute(byClientId.bind(clientId)).one();
    if (row == null) {
      return Optional.empty();
    }
    List<String> redirectUris = row.getList("redirect_uris", String.class);
    return Optional.of(
        new App(
            row.getLong("id"),
            clientId,
            Objects.requireNonNull(row.getString("name")),
            row.getString("website"),
            redirectUris == null ? List.of() : redirectUris,
            scopes(row),
            Objects.requireNonNull(row.getString("secret_hash")),
            Objects.requireNonNull(row.getInstant("created_at"))));
  }

  @Override
  public void allow(AccountId account, String clientId, Scopes scopes) {
    session.execute(allow.bind(account.value(), clientId, scopes.toString()));
  }

  @Override
  public Optional<Scopes> allowed(AccountId account, String clientId) {
    return Optional.ofNullable(session.execute(allowed.bind(account.value(), clientId)).one())
        .map(AppTables::scopes);
  }

  static Scopes scopes(Row row) {
    String words = row.getString("scopes");
    return Scopes.parse(words == null ? "" : words).orElse(Scopes.READ);
  }
}
