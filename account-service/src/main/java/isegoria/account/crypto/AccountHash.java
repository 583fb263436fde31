package isegoria.account.crypto;

import isegoria.service.KeyedHash;
import java.util.Locale;

/**
 * Names, e-mail addresses and words as keyed hashes: equal ones are found, and without the key a
 * hash discloses nothing of its text. Each kind is hashed apart from the others.
 */
public final class AccountHash {

  private final KeyedHash hash;

  public AccountHash(byte[] pepper) {
    this.hash = new KeyedHash(pepper);
  }

  /** Names are compared without regard to case. */
  public String ofName(String name) {
    return hash.of("name", name.toLowerCase(Locale.ROOT));
  }

  public String ofEmail(String email) {
    return hash.of("email", email.strip().toLowerCase(Locale.ROOT));
  }

  public String ofWords(String stream, String words) {
    return hash.of("words " + stream, words);
  }
}
