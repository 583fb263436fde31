package isegoria.edge;

import jakarta.servlet.http.HttpServletRequest;

/** Where a request came from, as the gateway saw it. Never put it into a record of Kafka. */
public final class ClientAddress {

  private static final int CHARACTERS_MAX = 45;

  private ClientAddress() {}

  public static String of(HttpServletRequest request) {
    String forwarded = request.getHeader("X-Forwarded-For");
    return forwarded == null || forwarded.isBlank() || forwarded.length() > CHARACTERS_MAX
        ? request.getRemoteAddr()
        : forwarded.strip();
  }
}
