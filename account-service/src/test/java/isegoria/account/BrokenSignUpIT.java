package isegoria.account;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.account.RunningService.Answer;
import isegoria.account.crypto.AccountHash;
import isegoria.account.http.SignUpSweep;
import isegoria.account.read.login.Credential;
import isegoria.account.read.login.Credentials;
import isegoria.account.read.login.EmailClaim;
import isegoria.account.read.login.PendingSignUp;
import isegoria.edge.Ids;
import isegoria.events.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a sign-up leaves behind that was killed between two of its steps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrokenSignUpIT {

  private final Instant before =
      Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofMinutes(5));
  private final String unique = Long.toString(System.nanoTime(), 36);

  @SuppressWarnings("NullAway.Init") // JUnit calls start first.
  private RunningService service;

  @SuppressWarnings("NullAway.Init") // JUnit calls start first.
  private Credentials credentials;

  @BeforeAll
  void start() throws Exception {
    service = RunningService.shared();
    credentials = service.part(Credentials.class);
  }

  private PendingSignUp broken(String email, boolean listed) {
    AccountId id = new AccountId(service.part(Ids.class).next());
    String mark = service.part(AccountHash.class).ofEmail(email);
    PendingSignUp pending = new PendingSignUp(id, mark);
    if (listed) {
      credentials.begun(pending, before);
    }
    assertThat(credentials.claim(mark, new EmailClaim(id, before))).isTrue();
    credentials.put(new Credential(id, email, mark, "hash", true, before));
    return pending;
  }

  private Answer create(String name, String email) {
    return service
        .operator()
        .post("/internal/operator/accounts", Map.of("username", name, "email", email));
  }

  @Test
  void is_swept() {
    PendingSignUp left = broken(unique + "_swept@example.org", true);
    service.part(SignUpSweep.class).sweep();
    assertThat(credentials.claimOf(left.emailMark())).isEmpty();
    assertThat(credentials.of(left.accountId())).isEmpty();
    assertThat(credentials.begunIn(before)).doesNotContain(left);
  }

  @Test
  void is_taken_over_by_the_next_sign_up_with_its_address() {
    String email = unique + "_over@example.org";
    broken(email, false);
    assertThat(create("over_" + unique, email).status()).isEqualTo(200);
    assertThat(create("other_" + unique, email).status()).isEqualTo(422);
  }

  @Test
  void is_kept_where_the_account_is_open() {
    String email = unique + "_kept@example.org";
    Answer created = create("kept_" + unique, email);
    AccountId id = AccountId.of(created.at("/id"));
    String mark = service.part(AccountHash.class).ofEmail(email);
    credentials.begun(new PendingSignUp(id, mark), before);
    service.part(SignUpSweep.class).sweep();
    assertThat(credentials.of(id)).isPresent();
    assertThat(credentials.claimOf(mark)).isPresent();
  }
}
