package isegoria.account.write.filter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What clients do with a post that a filter matches. */
public enum FilterAction {
  WARN,
  HIDE,
  BLUR;

  /** The action of a word that clients send. */
  public static Optional<FilterAction> of(String word) {
    return Arrays.stream(values()).filter(action -> action.word().equals(word)).findAny();
  }

  /** As clients and topics write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
