package isegoria.gateway.http;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names of one request: its id for people, its W3C trace for machines. */
record Trace(String requestId, String traceId, String spanId) {
  private static final Pattern TRACEPARENT =
      Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  /** Continues the client's trace if it names a well-formed one, else starts one. */
  static Trace of(@Nullable String traceparent) {
    String span = hex(8);
    String requestId = hex(16);
    if (traceparent != null) {
      var matcher = TRACEPARENT.matcher(traceparent);
      if (matcher.matches()) {
        return new Trace(requestId, matcher.group(1), span);
      }
    }
    return new Trace(requestId, hex(16), span);
  }

  String traceparent() {
    return "00-" + traceId + "-" + spanId + "-01";
  }

  private static String hex(int bytes) {
    byte[] random = new byte[bytes];
    ThreadLocalRandom.current().nextBytes(random);
    random[0] |= 1; // An id of zeros only means "none".
    return HexFormat.of().formatHex(random);
  }
}
