package isegoria.api.filter;

import java.lang.Character.UnicodeScript;

/** A text as keywords are held against it, letter by letter: case makes no difference. */
final class Letters {

  private static final int PROLONGED_SOUND_MARK = 0x30fc;

  private final int[] typed;
  private final int[] folded;

  private Letters(int[] typed, int[] folded) {
    this.typed = typed;
    this.folded = folded;
  }

  static Letters of(String text) {
    int[] typed = text.codePoints().toArray();
    return new Letters(typed, folded(typed));
  }

  static int[] folded(String text) {
    return folded(text.codePoints().toArray());
  }

  private static int[] folded(int[] typed) {
    int[] folded = new int[typed.length];
    for (int i = 0; i < typed.length; i++) {
      // By way of upper case: there are letters that differ only in their lower case.
      folded[i] = Character.toLowerCase(Character.toUpperCase(typed[i]));
    }
    return folded;
  }

  int size() {
    return folded.length;
  }

  int at(int place) {
    return folded[place];
  }

  /** A part as it was typed. */
  String typed(int from, int to) {
    return new String(typed, from, to - from);
  }

  /** Whether a word goes on there; beyond the ends of the text none does. */
  boolean goesOn(int place) {
    return place >= 0 && place < folded.length && isOfWords(folded[place]);
  }

  /** What words are made of, in scripts that put spaces between words. */
  static boolean isOfWords(int letter) {
    return (Character.isAlphabetic(letter)
            || Character.isDigit(letter)
            || letter == '_'
            || isMark(letter))
        && !isUnspaced(letter);
  }

  private static boolean isMark(int letter) {
    return switch (Character.getType(letter)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> false;
    };
  }

  /** Scripts that put no space between words: a boundary beside them would hide every word. */
  private static boolean isUnspaced(int letter) {
    return letter == PROLONGED_SOUND_MARK
        || switch (UnicodeScript.of(letter)) {
          case HAN, HIRAGANA, KATAKANA, BOPOMOFO, HANGUL -> true;
          default -> false;
        };
  }
}
