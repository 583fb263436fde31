package isegoria.account.read.login;

import isegoria.api.scope.Scopes;
import isegoria.events.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token as it is kept.
 *
 * @param hash SHA-256 of the token in hex
 * @param accountId null for a token of the app itself
 */
public record AccessToken(
    String hash, @Nullable AccountId accountId, long appId, Scopes scopes, Instant createdAt) {

  private static final int SID_LENGTH = 32;

  /** The name of a token where its hash must not be disclosed. */
  public String sid() {
    return hash.substring(0, SID_LENGTH);
  }

  @Override
  public String toString() {
    return "AccessToken[" + scopes + "]";
  }
}
