package isegoria.account.write.filter;

/**
 * A word or phrase of a filter.
 *
 * @param wholeWord whether it matches only between the boundaries of words
 */
public record Keyword(long id, String text, boolean wholeWord) {

  /** Characters of one keyword, as Mastodon bounds it. */
  public static final int CHARACTERS_MAX = 512;

  int characters() {
    return text.codePointCount(0, text.length());
  }
}
