package isegoria.moderation.write.report;

import java.util.Locale;

/** How a moderator closed a report. */
public enum Verdict {
  NO_ACTION,
  SANCTIONED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
