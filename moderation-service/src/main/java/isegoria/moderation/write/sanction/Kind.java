package isegoria.moderation.write.sanction;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The graduated sanctions, mildest first. */
public enum Kind {
  /** One post is hidden from everybody. */
  REMOVE_POST,
  /** Only followers see what the account posts. */
  LIMIT,
  /** The account is shown but cannot act. */
  FREEZE,
  /** The account is neither shown nor can act; nothing of it is deleted. */
  SUSPEND;

  /** The kind of that name, or null: the name comes from a client. */
  public static @Nullable Kind named(String name) {
    for (Kind kind : values()) {
      if (kind.word().equals(name)) {
        return kind;
      }
    }
    return null;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
