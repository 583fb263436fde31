package isegoria.api.filter;

import java.util.regex.Pattern;

/**
 * A word or phrase to look for, in any case.
 *
 * @param whole whether it matches only between the boundaries of words
 */
public record FilterWord(String text, boolean whole) {

  /** Scripts that put no space between words: a boundary beside them would hide every word. */
  private static final String UNSPACED =
      "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsBopomofo}\\p{IsHangul}\\u30fc";

  private static final String LETTER = "[\\p{IsAlphabetic}\\p{M}\\p{Nd}_&&[^" + UNSPACED + "]]";

  private static final Pattern BEGINS = Pattern.compile("^" + LETTER);
  private static final Pattern ENDS = Pattern.compile(LETTER + "$");

  /** As a part of a regular expression; a boundary stands only beside what words are made of. */
  String expression() {
    String quoted = Pattern.quote(text);
    if (!whole) {
      return quoted;
    }
    String begin = BEGINS.matcher(text).find() ? "(?<!" + LETTER + ")" : "";
    String end = ENDS.matcher(text).find() ? "(?!" + LETTER + ")" : "";
    return begin + quoted + end;
  }
}
