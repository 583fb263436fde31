package isegoria.account.read.login;

import isegoria.events.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an account logs in.
 *
 * @param email null for an account that was imported without one
 * @param emailMark the address as a keyed hash: what it is found by
 * @param passwordHash null for an account that cannot log in
 */
public record Credential(
    AccountId accountId,
    @Nullable String email,
    @Nullable String emailMark,
    @Nullable String passwordHash,
    boolean confirmed,
    Instant createdAt) {

  /** An address and a hash never stand in a log. */
  @Override
  public String toString() {
    return "Credential[" + accountId + "]";
  }
}
