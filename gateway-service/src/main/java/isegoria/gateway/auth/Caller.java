package isegoria.gateway.auth;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/** Who asks, as far as the gateway needs to know. */
public sealed interface Caller {
  /** No token, or one that this endpoint does not look at. */
  record Anonymous() implements Caller {}

  /** A valid token. {@code accountId} is null for an app's own token. */
  record Bearer(String sid, @Nullable String accountId, String jwt) implements Caller {
    @Override
    public String toString() {
      return "Bearer[sid=" + sid + "]";
    }
  }

  /** The account that asks, if there is one. */
  default Optional<String> account() {
    return this instanceof Bearer bearer
        ? Optional.ofNullable(bearer.accountId())
        : Optional.empty();
  }

  static Caller of(ServerWebExchange exchange) {
    return exchange.getAttributeOrDefault(Caller.class.getName(), new Anonymous());
  }

  default void attachTo(ServerWebExchange exchange) {
    exchange.getAttributes().put(Caller.class.getName(), this);
  }
}
