package isegoria.gateway.auth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What account-service said about a token. */
sealed interface TokenStatus {
  /** The token is good; its phantom token is good until {@code expiresAt}. */
  record Active(Caller.Bearer caller, Instant expiresAt) implements TokenStatus {}

  /** The token is not good; {@code because} is a text for its owner, if there is one. */
  record Inactive(@Nullable String because) implements TokenStatus {}
}
