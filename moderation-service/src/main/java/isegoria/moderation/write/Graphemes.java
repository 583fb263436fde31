package isegoria.moderation.write;

import java.text.BreakIterator;
import java.util.Locale;

/** Counts characters as readers see them: bounds on texts are promised in these. */
public final class Graphemes {

  private Graphemes() {}

  public static int count(String text) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int count = 0;
    while (characters.next() != BreakIterator.DONE) {
      count++;
    }
    return count;
  }
}
