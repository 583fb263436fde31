package isegoria.gateway.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.web.server.ServerWebExchange;

/**
 * A token as a client sent it, hashed once.
 *
 * @param text the secret itself, which is sent to account-service and nowhere else
 * @param sid its public name: what stands in revocations and in logs
 */
record OpaqueToken(String text, String sid) {

  static OpaqueToken of(String text) {
    return new OpaqueToken(text, sidOf(text));
  }

  static String sidOf(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256: missing (expected: in every JDK)", e);
    }
  }

  static Optional<OpaqueToken> of(ServerWebExchange exchange) {
    return Optional.ofNullable(exchange.getAttribute(OpaqueToken.class.getName()));
  }

  /** For what stays open, and so has to look at its token again. */
  void attachTo(ServerWebExchange exchange) {
    exchange.getAttributes().put(OpaqueToken.class.getName(), this);
  }

  @Override
  public String toString() {
    return "OpaqueToken[sid=" + sid + "]";
  }
}
