package isegoria.account.write.filter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a filter holds. */
public enum FilterContext {
  HOME,
  NOTIFICATIONS,
  PUBLIC,
  THREAD,
  ACCOUNT;

  /** The context of a word that clients send. */
  public static Optional<FilterContext> of(String word) {
    return Arrays.stream(values()).filter(context -> context.word().equals(word)).findAny();
  }

  /** As clients and topics write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
