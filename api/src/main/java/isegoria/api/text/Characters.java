package isegoria.api.text;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Locale;

/** Characters as a reader sees them: Unicode extended grapheme clusters, and text made regular. */
public final class Characters {

  /** Below the first combining mark every char but CR LF is a cluster of its own. */
  private static final char COMBINING_FIRST = '\u0300';

  private static final char REPLACEMENT = '\uFFFD';

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
   * space around: equal-looking texts become equal, and no byte reaches HTML or CQL that either
   * cannot hold.
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
    return Normalizer.normalize(kept, Normalizer.Form.NFC).strip();
  }

  /** As {@link #regular}, on one line: for names, titles and content warnings. */
  public static String regularLine(String raw) {
    return regular(raw).replace('\n', ' ').replace('\t', ' ');
  }
}
