package isegoria.service;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 of texts: equal ones are found, and without the key a hash discloses nothing of its
 * text. Hashes are stored, so what is hashed of a kind of text never changes.
 */
public final class KeyedHash {

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  public KeyedHash(byte[] pepper) {
    if (pepper.length < Pepper.BYTES_MIN) {
      throw new IllegalArgumentException(
          "pepper: " + pepper.length + " bytes (expected: at least " + Pepper.BYTES_MIN + ")");
    }
    this.key = new SecretKeySpec(pepper, ALGORITHM);
  }

  /** Each kind of text is hashed apart from the others; 64 hexadecimal digits. */
  public String of(String kind, String text) {
    return of(bytes(kind + "\n"), bytes(text));
  }

  /** Of the parts one after the other, in hexadecimal digits. */
  public String of(byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      for (byte[] part : parts) {
        mac.update(part);
      }
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException(ALGORITHM + ": missing (expected: in every JDK)", absent);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
