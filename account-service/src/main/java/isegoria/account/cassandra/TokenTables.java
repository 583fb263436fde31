package isegoria.account.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.account.read.login.AccessToken;
import isegoria.account.read.login.AuthorizationCode;
import isegoria.account.read.login.Tokens;
import isegoria.cassandra.Binding;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.Reads;
import isegoria.events.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Codes, tokens and sessions, found by their hashes. */
public final class TokenTables implements Tokens {

  private final Cassandra cassandra;
  private final Reads reads;
  private final PreparedStatement put;
  private final PreparedStatement putByAccount;
  private final PreparedStatement byHash;
  private final PreparedStatement byAccount;
  private final PreparedStatement remove;
  private final PreparedStatement removeByAccount;
  private final PreparedStatement putCode;
  private final PreparedStatement code;
  private final PreparedStatement takeCode;
  private final PreparedStatement putSession;
  private final PreparedStatement sessionByHash;
  private final PreparedStatement removeSession;

  public TokenTables(Cassandra cassandra) {
    this.cassandra = cassandra;
    this.reads = cassandra.reads();
    this.put =
        cassandra.prepare(
            """
            INSERT INTO access_token
              (token_hash, account_id, app_id, scopes, created_at)
            VALUES (?, ?, ?, ?, ?)\
            """);
    this.putByAccount =
        cassandra.prepare(
            "INSERT INTO access_token_by_account (account_id, token_hash) VALUES (?, ?)");
    this.byHash = cassandra.prepare("SELECT * FROM access_token WHERE token_hash = ?");
    this.byAccount =
        cassandra.prepare("SELECT token_hash FROM access_token_by_account WHERE account_id = ?");
    this.remove = cassandra.prepare("DELETE FROM access_token WHERE token_hash = ?");
    this.removeByAccount =
        cassandra.prepare(
            "DELETE FROM access_token_by_account WHERE account_id = ? AND token_hash = ?");
    this.putCode =
        cassandra.prepare(
            """
            INSERT INTO authorization_code
              (code_hash, app_id, account_id, redirect_uri, scopes, challenge)
            VALUES (?, ?, ?, ?, ?, ?) IF NOT EXISTS\
            """);
    this.code = cassandra.prepare("SELECT * FROM authorization_code WHERE code_hash = ?");
    this.takeCode =
        cassandra.prepare("DELETE FROM authorization_code WHERE code_hash = ? IF EXISTS");
    this.putSession =
        cassandra.prepare("INSERT INTO login_session (session_hash, account_id) VALUES (?, ?)");
    this.sessionByHash =
        cassandra.prepare("SELECT account_id FROM login_session WHERE session_hash = ?");
    this.removeSession = cassandra.prepare("DELETE FROM login_session WHERE session_hash = ?");
  }

  @Override
  public void put(AccessToken token) {
    AccountId account = token.accountId();
    if (account != null) {
      cassandra.writeOnce(putByAccount.bind(account.value(), token.hash()));
    }
    cassandra.writeOnce(
        Binding.of(
            put,
            token.hash(),
            account == null ? null : account.value(),
            token.appId(),
            token.scopes().toString(),
            token.createdAt()));
  }

  @Override
  public Optional<AccessToken> byHash(String hash) {
    Row row = reads.first(byHash.bind(hash));
    if (row == null || row.isNull("app_id")) {
      return Optional.empty();
    }
    return Optional.of(
        new AccessToken(
            hash,
            row.isNull("account_id") ? null : new AccountId(row.getLong("account_id")),
            row.getLong("app_id"),
            AppTables.scopes(row),
            Objects.requireNonNull(row.getInstant("created_at"))));
  }

  @Override
  public List<AccessToken> of(AccountId account) {
    List<AccessToken> tokens = new ArrayList<>();
    for (Row row : reads.rows(byAccount.bind(account.value()))) {
      byHash(Objects.requireNonNull(row.getString(0))).ifPresent(tokens::add);
    }
    return tokens;
  }

  @Override
  public void remove(AccessToken token) {
    cassandra.writeOnce(remove.bind(token.hash()));
    AccountId account = token.accountId();
    if (account != null) {
      cassandra.writeOnce(removeByAccount.bind(account.value(), token.hash()));
    }
  }

  @Override
  public void putCode(String hash, AuthorizationCode granted) {
    var _ =
        cassandra.writeIf(
            Binding.of(
                putCode,
                hash,
                granted.appId(),
                granted.accountId().value(),
                granted.redirectUri(),
                granted.scopes().toString(),
                granted.challenge()));
  }

  @Override
  public Optional<AuthorizationCode> takeCode(String hash) {
    Row row = reads.first(code.bind(hash));
    if (row == null || !cassandra.writeIf(takeCode.bind(hash))) {
      return Optional.empty();
    }
    return Optional.of(
        new AuthorizationCode(
            row.getLong("app_id"),
            new AccountId(row.getLong("account_id")),
            Objects.requireNonNull(row.getString("redirect_uri")),
            AppTables.scopes(row),
            row.getString("challenge")));
  }

  @Override
  public void putSession(String hash, AccountId account) {
    cassandra.writeOnce(putSession.bind(hash, account.value()));
  }

  @Override
  public Optional<AccountId> session(String hash) {
    return Optional.ofNullable(reads.first(sessionByHash.bind(hash)))
        .map(row -> new AccountId(row.getLong(0)));
  }

  @Override
  public void removeSession(String hash) {
    cassandra.writeOnce(removeSession.bind(hash));
  }
}
