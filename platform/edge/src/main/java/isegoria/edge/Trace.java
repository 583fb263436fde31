package isegoria.edge;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The identity of one request across processes, as the W3C header {@code traceparent} says it. Logs
 * name it, and commands carry it into Kafka.
 */
public record Trace(String traceId, String spanId) {

  /** Where the current trace stands in the logging context. */
  public static final String LOG_KEY = "trace.id";

  public static final String HEADER = "traceparent";

  private static final Pattern FORM =
      Pattern.compile("00-(?!0{32})([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");

  /** A span of its own in the trace of the header, or in a trace that begins here. */
  public static Trace of(@Nullable String header) {
    Matcher form = FORM.matcher(header == null ? "" : header);
    return new Trace(form.matches() ? form.group(1) : hex(2), hex(1));
  }

  /** As it is passed on. */
  public String header() {
    return "00-" + traceId + "-" + spanId + "-01";
  }

  private static String hex(int words) {
    var text = new StringBuilder();
    for (int word = 0; word < words; word++) {
      text.append(HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()));
    }
    return text.toString();
  }
}
