package isegoria.timeline.notification.write;

import java.util.Locale;
import java.util.Optional;

/** What a notification tells of; the client API's words in capitals. */
public enum NotificationType {
  MENTION(false),
  FAVOURITE(true),
  REBLOG(true),
  FOLLOW(true),
  FOLLOW_REQUEST(false);

  private final boolean grouped;

  NotificationType(boolean grouped) {
    this.grouped = grouped;
  }

  /** Whether many of them are shown as one. */
  public boolean isGrouped() {
    return grouped;
  }

  /** As the client API writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Empty for a word of another server or of a later version. */
  public static Optional<NotificationType> ofWord(String word) {
    for (NotificationType type : values()) {
      if (type.word().equals(word)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
