package isegoria.moderation.kafka;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What an open event says of a text: a hash from which the words cannot be guessed, because the
 * salt is a secret of the platform and the stream is mixed in.
 */
public final class SaltedHash {

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec salt;

  public SaltedHash(byte[] salt) {
    this.salt = new SecretKeySpec(salt, ALGORITHM);
  }

  /** How a name stands where it may be looked for but not kept. */
  public String ofName(String name) {
    return of("name", name);
  }

  public String of(String stream, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(salt);
      mac.update((stream + "\n").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
