package isegoria.moderation.write.sanction;

import isegoria.api.text.Characters;
import isegoria.moderation.write.Graphemes;

/** Why, in words for the person it is done to. It is never blank. */
public record Reason(String text) {

  /** Characters of a reason: a page, so that it can state facts, not only a label. */
  public static final int CHARACTERS_MAX = 5_000;

  /** UTF-16 units before anything counts: five thousand of the widest emoji stay below it. */
  private static final int UNITS_MAX = 180 * 1_024;

  public Reason {
    if (isBlank(text)) {
      throw new IllegalArgumentException("reason: blank (expected: a stated reason)");
    }
    if (isTooLong(text)) {
      throw new IllegalArgumentException(
          "reason: too long (expected: <= " + CHARACTERS_MAX + " characters)");
    }
  }

  /** The reason, with the white space around it taken off. */
  public static Reason of(String raw) {
    return new Reason(raw.strip());
  }

  public int length() {
    return Graphemes.count(text);
  }

  /** Nothing of it would be seen. */
  static boolean isBlank(String text) {
    return Characters.isInvisible(text);
  }

  static boolean isTooLong(String text) {
    return text.length() > UNITS_MAX || Graphemes.count(text) > CHARACTERS_MAX;
  }
}
