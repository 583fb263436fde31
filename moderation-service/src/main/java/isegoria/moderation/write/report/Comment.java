package isegoria.moderation.write.report;

import isegoria.moderation.write.Graphemes;
import org.jspecify.annotations.Nullable;

/** The reporter's own words, possibly none; never longer than the client API promises. */
public record Comment(String text) {

  /** Characters of a comment: what clients of the API expect. */
  public static final int CHARACTERS_MAX = 1_000;

  /** UTF-8 units before anything counts: a thousand of the widest emoji stay below it. */
  private static final int UNITS_MAX = 36 * 1_024;

  public Comment {
    if (isTooLong(text)) {
      throw new IllegalArgumentException(
          "comment: too long (expected: <= " + CHARACTERS_MAX + " characters)");
    }
  }

  /** The comment, or null when it is too long. */
  public static @Nullable Comment of(@Nullable String raw) {
    String text = raw == null ? "" : raw.strip();
    return isTooLong(text) ? null : new Comment(text);
  }

  public int length() {
    return Graphemes.count(text);
  }

  private static boolean isTooLong(String text) {
    return text.length() > UNITS_MAX || Graphemes.count(text) > CHARACTERS_MAX;
  }
}
