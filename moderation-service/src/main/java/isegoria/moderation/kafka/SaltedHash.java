package isegoria.moderation.kafka;

import isegoria.service.KeyedHash;

/**
 * What an open event says of a text: a hash from which the words cannot be guessed, because the
 * salt is a secret of the platform and the stream is mixed in.
 */
public final class SaltedHash {

  private final KeyedHash hash;

  public SaltedHash(byte[] salt) {
    this.hash = new KeyedHash(salt);
  }

  /** How a name stands where it may be looked for but not kept. */
  public String ofName(String name) {
    return of("name", name);
  }

  public String of(String stream, String text) {
    return hash.of(stream, text);
  }
}
