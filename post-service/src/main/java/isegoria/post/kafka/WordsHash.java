package isegoria.post.kafka;

import isegoria.events.PostId;
import isegoria.service.KeyedHash;
import java.nio.charset.StandardCharsets;

/**
 * The keyed hash that stands for words in the open: it shows whether two revisions are equal, and
 * discloses nothing else without the key.
 */
public final class WordsHash {

  /** What is published of a hash, 16 bytes: enough that two texts never meet. */
  private static final int DIGITS = 32;

  private static final byte[] BETWEEN = {0};

  private final KeyedHash hash;

  public WordsHash(byte[] pepper) {
    this.hash = new KeyedHash(pepper);
  }

  String of(PostId post, String text, String spoilerText) {
    return hash.of(bytes(post.toString()), BETWEEN, bytes(spoilerText), BETWEEN, bytes(text))
        .substring(0, DIGITS);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
