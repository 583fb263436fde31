package isegoria.api.text;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Characters as a reader sees them: Unicode extended grapheme clusters, and text made regular. */
public final class Characters {

  /** Below the first combining mark every char but CR LF is a cluster of its own. */
  private static final char COMBINING_FIRST = '\u0300';

  private static final char REPLACEMENT = '\uFFFD';

  /**
   * White space, controls and what draws nothing, whatever else Unicode says it is: its property
   * Default_Ignorable_Code_Point (fillers, joiners, selectors, tags) and three blank letters and
   * symbols. Format characters that do draw, such as the Arabic number sign, are left out.
   */
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\p{Z}\\p{Cc}\\p{Cf}\\x{34F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}"
              + "\\x{2065}\\x{2800}\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FFA0}\\x{FFF0}-\\x{FFF8}"
              + "\\x{16FE4}\\x{1D159}\\x{E0000}-\\x{E0FFF}"
              + "&&[^\\x{600}-\\x{605}\\x{6DD}\\x{70F}\\x{890}\\x{891}\\x{8E2}"
              + "\\x{110BD}\\x{110CD}]]*+");

  private Characters() {}

  public static int count(String text) {
    if (text.chars().allMatch(c -> c < COMBINING_FIRST && c != '\r')) {
      return text.length();
    }
    BreakIterator clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
    clusters.setText(text);
    int count = 0;
    while (clusters.next() != BreakIterator.DONE) {
      count++;
    }
    return count;
  }

  /**
   * One line end (LF), no control characters but LF and tab, no half surrogates, NFC, no white
   * space around, and nothing at all where nothing would be seen: equal-looking texts become equal,
   * and no byte reaches HTML or CQL that either cannot hold.
   */
  public static String regular(String raw) {
    var kept = new StringBuilder(raw.length());
    for (int at = 0; at < raw.length(); at++) {
      char c = raw.charAt(at);
      if (c == '\r') {
        if (at + 1 == raw.length() || raw.charAt(at + 1) != '\n') {
          kept.append('\n');
        }
      } else if (Character.isHighSurrogate(c)
          && at + 1 < raw.length()
          && Character.isLowSurrogate(raw.charAt(at + 1))) {
        kept.append(c).append(raw.charAt(++at));
      } else if (Character.isSurrogate(c)) {
        kept.append(REPLACEMENT);
      } else if (!Character.isISOControl(c) || c == '\n' || c == '\t') {
        kept.append(c);
      }
    }
    String text = Normalizer.normalize(kept, Normalizer.Form.NFC).strip();
    return isInvisible(text) ? "" : text;
  }

  /** Whether a reader would see nothing of it: white space and characters that draw nothing. */
  public static boolean isInvisible(String text) {
    return INVISIBLE.matcher(text).matches();
  }

  /** As {@link #regular}, on one line: for names, titles and content warnings. */
  public static String regularLine(String raw) {
    return regular(raw).replace('\n', ' ').replace('\t', ' ');
  }
}
