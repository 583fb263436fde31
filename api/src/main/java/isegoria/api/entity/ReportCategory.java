package isegoria.api.entity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a report is about. */
public enum ReportCategory {
  SPAM,
  LEGAL,
  VIOLATION,
  OTHER;

  /** The word in JSON and in parameters. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Empty for a word that is none of these. */
  public static Optional<ReportCategory> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
