package isegoria.api.entity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who can see a post: everybody, everybody but not in public feeds, followers, those named. */
public enum Visibility {
  PUBLIC,
  UNLISTED,
  PRIVATE,
  DIRECT;

  /** The word in JSON and in parameters. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Empty for a word that is none of these. */
  public static Optional<Visibility> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
