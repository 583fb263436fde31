package isegoria.account.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.account.read.login.Credential;
import isegoria.account.read.login.Credentials;
import isegoria.account.read.login.EmailClaim;
import isegoria.account.read.login.PendingSignUp;
import isegoria.cassandra.Binding;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.Reads;
import isegoria.events.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How accounts log in, and whom an e-mail address belongs to. */
public final class CredentialTables implements Credentials {

  private static final long MINUTE_S = 60;

  private final Cassandra cassandra;
  private final Reads reads;
  private final PreparedStatement put;
  private final PreparedStatement byId;
  private final PreparedStatement remove;
  private final PreparedStatement claimOf;
  private final PreparedStatement claim;
  private final PreparedStatement reclaim;
  private final PreparedStatement release;
  private final PreparedStatement begun;
  private final PreparedStatement begunIn;
  private final PreparedStatement ended;

  public CredentialTables(Cassandra cassandra) {
    this.cassandra = cassandra;
    this.reads = cassandra.reads();
    this.put =
        cassandra.prepare(
            """
            INSERT INTO credential
              (account_id, email, email_mark, password_hash, confirmed, created_at)
            VALUES (?, ?, ?, ?, ?, ?)\
            """);
    this.byId = cassandra.prepare("SELECT * FROM credential WHERE account_id = ?");
    this.remove = cassandra.prepare("DELETE FROM credential WHERE account_id = ?");
    this.claimOf =
        cassandra.prepare("SELECT account_id, claimed_at FROM email_claim WHERE email_mark = ?");
    this.claim =
        cassandra.prepare(
            "INSERT INTO email_claim (email_mark, account_id, claimed_at) VALUES (?, ?, ?)"
                + " IF NOT EXISTS");
    this.reclaim =
        cassandra.prepare(
            "UPDATE email_claim SET account_id = ?, claimed_at = ? WHERE email_mark = ?"
                + " IF account_id = ? AND claimed_at = ?");
    this.release =
        cassandra.prepare("DELETE FROM email_claim WHERE email_mark = ? IF account_id = ?");
    this.begun =
        cassandra.prepare(
            "INSERT INTO pending_sign_up (minute, account_id, email_mark) VALUES (?, ?, ?)");
    this.begunIn =
        cassandra.prepare("SELECT account_id, email_mark FROM pending_sign_up WHERE minute = ?");
    this.ended =
        cassandra.prepare("DELETE FROM pending_sign_up WHERE minute = ? AND account_id = ?");
  }

  @Override
  public void put(Credential credential) {
    cassandra.writeOnce(
        Binding.of(
            put,
            credential.accountId().value(),
            credential.email(),
            credential.emailMark(),
            credential.passwordHash(),
            credential.confirmed(),
            credential.createdAt()));
  }

  @Override
  public Optional<Credential> of(AccountId id) {
    Row row = reads.first(byId.bind(id.value()));
    return row == null
        ? Optional.empty()
        : Optional.of(
            new Credential(
                id,
                row.getString("email"),
                row.getString("email_mark"),
                row.getString("password_hash"),
                row.getBoolean("confirmed"),
                Objects.requireNonNull(row.getInstant("created_at"))));
  }

  @Override
  public void remove(AccountId id) {
    cassandra.writeOnce(remove.bind(id.value()));
  }

  @Override
  public Optional<EmailClaim> claimOf(String emailMark) {
    Row row = reads.first(claimOf.bind(emailMark));
    return row == null
        ? Optional.empty()
        : Optional.of(
            new EmailClaim(
                new AccountId(row.getLong("account_id")),
                Objects.requireNonNull(row.getInstant("claimed_at"))));
  }

  @Override
  public boolean claim(String emailMark, EmailClaim by) {
    return cassandra.writeIf(claim.bind(emailMark, by.accountId().value(), by.at()));
  }

  @Override
  public boolean reclaim(String emailMark, EmailClaim from, EmailClaim to) {
    return cassandra.writeIf(
        reclaim.bind(
            to.accountId().value(), to.at(), emailMark, from.accountId().value(), from.at()));
  }

  @Override
  public void release(String emailMark, AccountId from) {
    var _ = cassandra.writeIf(release.bind(emailMark, from.value()));
  }

  @Override
  public void begun(PendingSignUp signUp, Instant at) {
    cassandra.writeOnce(begun.bind(minute(at), signUp.accountId().value(), signUp.emailMark()));
  }

  @Override
  public List<PendingSignUp> begunIn(Instant minute) {
    return reads.rows(begunIn.bind(minute(minute))).stream()
        .map(row ->
            new PendingSignUp(
                new AccountId(row.getLong(0)), Objects.requireNonNull(row.getString(1))))
        .toList();
  }

  @Override
  public void ended(PendingSignUp signUp, Instant minute) {
    cassandra.writeOnce(ended.bind(minute(minute), signUp.accountId().value()));
  }

  private static long minute(Instant at) {
    return at.getEpochSecond() / MINUTE_S;
  }
}
