package isegoria.timeline.feed.read;

import java.util.Locale;

/** Who may see a post; the codes are those of packed entries. */
public enum Visibility {
  PUBLIC(0),
  UNLISTED(1),
  PRIVATE(2),
  DIRECT(3);

  private static final Visibility[] BY_CODE = values();

  private final int code;

  Visibility(int code) {
    this.code = code;
  }

  /** The word that events and states use; throws {@code IllegalArgumentException} for another. */
  public static Visibility of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  public int code() {
    return code;
  }

  public static Visibility ofCode(int code) {
    return BY_CODE[code];
  }

  /** Whether anybody may see it, signed in or not. */
  public boolean isOpen() {
    return this == PUBLIC || this == UNLISTED;
  }
}
