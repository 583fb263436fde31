package isegoria.edge;

import isegoria.events.AccountId;
import isegoria.eventsourcing.ask.CommandContext;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stamps commands with what the request says: the client's idempotency key in the scope of account
 * and route, else an id minted here, the trace, the time and the patience.
 */
public final class CommandContexts {

  static final String IDEMPOTENCY_HEADER = "Idempotency-Key";

  /** Hexadecimal digits of a command id: 128 bits, which no two keys share by chance. */
  private static final int ID_DIGITS = 32;

  private final Clock clock;
  private final Duration patience;

  public CommandContexts(Clock clock, Duration patience) {
    this.clock = clock;
    this.patience = patience;
  }

  /** For the one command of a request. */
  public CommandContext of(HttpServletRequest request, Viewer viewer) {
    return of(request, viewer, "");
  }

  /**
   * For one of several commands of a request.
   *
   * @param step what tells it from the others, the same when the request is repeated
   */
  public CommandContext of(HttpServletRequest request, Viewer viewer, String step) {
    AccountId account = viewer.accountId();
    String actor = account == null ? "" : account.toString();
    @Nullable String key = request.getHeader(IDEMPOTENCY_HEADER);
    boolean repeatable = key != null && !key.isBlank();
    return new CommandContext(
        repeatable ? digest(scope(request, viewer, step) + key) : minted(),
        repeatable,
        actor,
        RequestTrace.of(request).header(),
        now(),
        patienceLeft());
  }

  /** A command that would be decided after its caller has gone is not sent. */
  private Duration patienceLeft() {
    Duration left = Deadline.atMost(patience);
    if (!left.isPositive()) {
      throw ApiException.unavailable();
    }
    return left;
  }

  /** For what no request asked and may be asked again under the same id: an import, a sweep. */
  public CommandContext of(String commandId, String actor) {
    return new CommandContext(commandId, true, actor, Trace.of(null).header(), now(), patience);
  }

  /** For what no request asked and is asked once: an operator's act. */
  public CommandContext once(String actor) {
    return new CommandContext(minted(), false, actor, Trace.of(null).header(), now(), patience);
  }

  /** How long the caller of a command waits at most, and so how late it may be decided. */
  public Duration patience() {
    return patience;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static String scope(HttpServletRequest request, Viewer viewer, String step) {
    String asker = viewer.accountId() == null ? viewer.appId() : viewer.accountId().toString();
    return "%s\n%s %s\n%s\n".formatted(asker, request.getMethod(), request.getRequestURI(), step);
  }

  /** An id of its own: no earlier command has it. */
  public static String minted() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  /** An id that is the same for the same text. */
  public static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, ID_DIGITS);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
