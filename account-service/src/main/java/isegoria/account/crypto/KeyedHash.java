package isegoria.account.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names, e-mail addresses and words as keyed hashes: equal ones are found, and without the key a
 * hash discloses nothing of its text. Each kind is hashed apart from the others.
 */
public final class KeyedHash {

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec pepper;

  public KeyedHash(byte[] pepper) {
    if (pepper.length < 32) {
      throw new IllegalArgumentException(
          "pepper: " + pepper.length + " bytes (expected: at least 32)");
    }
    this.pepper = new SecretKeySpec(pepper, ALGORITHM);
  }

  /** Names are compared without regard to case. */
  public String ofName(String name) {
    return of("name", name.toLowerCase(Locale.ROOT));
  }

  public String ofEmail(String email) {
    return of("email", email.strip().toLowerCase(Locale.ROOT));
  }

  public String ofWords(String stream, String words) {
    return of("words " + stream, words);
  }

  private String of(String kind, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(pepper);
      mac.update((kind + "\n").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
