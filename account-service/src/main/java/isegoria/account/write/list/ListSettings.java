package isegoria.account.write.list;

/**
 * What its owner says of a list.
 *
 * @param exclusive whether posts of its members stay out of the owner's home
 */
public record ListSettings(String title, RepliesPolicy replies, boolean exclusive) {

  /** Characters of a title, as Mastodon bounds it. */
  public static final int TITLE_CHARACTERS_MAX = 256;

  boolean isTooLong() {
    return title.codePointCount(0, title.length()) > TITLE_CHARACTERS_MAX;
  }
}
