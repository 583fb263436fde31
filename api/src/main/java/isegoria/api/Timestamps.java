package isegoria.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The one form of a point in time in answers: RFC 3339, UTC, exactly three decimals, and Z. */
public final class Timestamps {

  /** Some clients parse this literally, so the decimals are never left out. */
  public static final String PATTERN = "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'";

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern(PATTERN).withZone(ZoneOffset.UTC);

  private Timestamps() {}

  public static String render(Instant at) {
    return FORM.format(at);
  }
}
