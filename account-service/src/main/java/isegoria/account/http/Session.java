package isegoria.account.http;

import isegoria.account.crypto.RandomText;
import isegoria.account.read.login.Tokens;
import isegoria.api.Origin;
import isegoria.events.AccountId;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/**
 * Who is logged in to the pages of this server, by a cookie that no script reads; and the proof
 * that a form was ours: it repeats the hash of a second cookie that no other site can read.
 */
public final class Session {

  static final String FORM_FIELD = "authenticity_token";

  private static final String SESSION = "isegoria_session";
  private static final String FORM = "isegoria_form";
  private static final Duration LIFETIME = Duration.ofDays(14);

  private final Tokens tokens;
  private final boolean secure;

  public Session(Tokens tokens, Origin origin) {
    this.tokens = tokens;
    this.secure = origin.value().startsWith("https://");
  }

  Optional<AccountId> account(HttpServletRequest request) {
    String secret = cookie(request, SESSION);
    return secret == null ? Optional.empty() : tokens.session(RandomText.hash(secret));
  }

  /** Begins a session; the cookie that it makes goes with the answer. */
  String begin(AccountId account) {
    String secret = RandomText.secret();
    tokens.putSession(RandomText.hash(secret), account);
    return cookie(SESSION, secret, LIFETIME);
  }

  /** Ends the session; the cookie that it makes takes the other one back. */
  String end(HttpServletRequest request) {
    String secret = cookie(request, SESSION);
    if (secret != null) {
      tokens.removeSession(RandomText.hash(secret));
    }
    return cookie(SESSION, "", Duration.ZERO);
  }

  /** The secret of this browser's forms, or a new one. */
  String formSecret(HttpServletRequest request) {
    String secret = cookie(request, FORM);
    return secret == null || secret.isBlank() ? RandomText.secret() : secret;
  }

  String formCookie(String secret) {
    return cookie(FORM, secret, LIFETIME);
  }

  static String formProof(String secret) {
    return RandomText.hash("form " + secret);
  }

  boolean ours(HttpServletRequest request, @Nullable String proof) {
    String secret = cookie(request, FORM);
    return secret != null && proof != null && RandomText.same(proof, formProof(secret));
  }

  private String cookie(String name, String value, Duration lifetime) {
    return ResponseCookie.from(name, value)
        .httpOnly(true)
        .secure(secure)
        .sameSite("Lax")
        .path("/")
        .maxAge(lifetime)
        .build()
        .toString();
  }

  private static @Nullable String cookie(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(name)) {
          return cookie.getValue();
        }
      }
    }
    return null;
  }
}
