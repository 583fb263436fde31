package isegoria.account.read.login;

import isegoria.events.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tables of credentials. */
public interface Credentials {

  void put(Credential credential);

  Optional<Credential> of(AccountId id);

  void remove(AccountId id);

  /** Whom the address belongs to. */
  Optional<EmailClaim> claimOf(String emailMark);

  /** Takes a free address; false when it is not free. */
  boolean claim(String emailMark, EmailClaim claim);

  /** Takes an address over from a claim that nothing followed; false when it has changed. */
  boolean reclaim(String emailMark, EmailClaim from, EmailClaim to);

  /** Gives an address back, if it still belongs to that account. */
  void release(String emailMark, AccountId from);

  void begun(PendingSignUp signUp, Instant at);

  /** The sign-ups begun in the minute of that instant. */
  List<PendingSignUp> begunIn(Instant minute);

  void ended(PendingSignUp signUp, Instant minute);
}
