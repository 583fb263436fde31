package isegoria.timeline.notification.write.settings;

import java.util.Locale;
import java.util.Optional;

/** What becomes of the notifications of some senders; a later one is stricter. */
public enum PolicyLevel {
  /** They are listed. */
  ACCEPT,
  /** They are kept apart until their recipient decides about the sender. */
  FILTER,
  /** They are not shown. */
  DROP;

  /** As the client API writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Empty for what is no level. */
  public static Optional<PolicyLevel> ofWord(String word) {
    for (PolicyLevel level : values()) {
      if (level.word().equals(word)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  public PolicyLevel or(PolicyLevel other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
