package isegoria.account.write.note;

import isegoria.events.AccountId;
import isegoria.events.Partitioning;

/**
 * What an account noted for itself about another one.
 *
 * <p>It is no part of their relationship: it belongs to its author alone and is erased with it.
 */
public record Note(String text) {

  /** Characters of one note, as Mastodon bounds it. */
  public static final int CHARACTERS_MAX = 2_000;

  public static final Note NONE = new Note("");

  private static final String TYPE = "note";

  /** The key of what the author noted about the subject. */
  public static String key(AccountId author, AccountId subject) {
    return Partitioning.key(author.toString(), TYPE + "/" + subject);
  }

  /** About whom the note of that key is. */
  public static AccountId subjectOf(String key) {
    return AccountId.of(key.substring(key.lastIndexOf('/') + 1));
  }
}
