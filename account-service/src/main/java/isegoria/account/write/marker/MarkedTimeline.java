package isegoria.account.write.marker;

import java.util.Locale;

/** A timeline that an account has a marker in. */
public enum MarkedTimeline {
  HOME,
  NOTIFICATIONS;

  /** As clients write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
