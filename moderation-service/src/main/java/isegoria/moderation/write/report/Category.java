package isegoria.moderation.write.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a report is about, as clients name it. */
public enum Category {
  SPAM,
  LEGAL,
  VIOLATION,
  OTHER;

  /** The category of that name, or null: the name comes from a client. */
  public static @Nullable Category named(String name) {
    for (Category category : values()) {
      if (category.word().equals(name)) {
        return category;
      }
    }
    return null;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
