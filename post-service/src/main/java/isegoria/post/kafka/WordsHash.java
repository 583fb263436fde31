package isegoria.post.kafka;

import isegoria.events.PostId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The salted hash that stands for words in the open: it shows whether two revisions are equal, and
 * discloses nothing else without the key.
 */
public final class WordsHash {

  private static final String ALGORITHM = "HmacSHA256";

  /** Bytes that are published: enough that two texts never meet. */
  private static final int BYTES = 16;

  private final SecretKeySpec key;

  public WordsHash(byte[] pepper) {
    this.key = new SecretKeySpec(pepper.clone(), ALGORITHM);
  }

  String of(PostId post, String text, String spoilerText) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(post.toString().getBytes(StandardCharsets.US_ASCII));
      mac.update((byte) 0);
      mac.update(spoilerText.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException(ALGORITHM + ": missing (expected: in every JDK)", absent);
    }
  }
}
