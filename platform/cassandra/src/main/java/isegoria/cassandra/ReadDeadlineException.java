package isegoria.cassandra;

import java.time.Duration;

/** A read was not sent within its caller's time: nothing is known, and it may succeed later. */
public final class ReadDeadlineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ReadDeadlineException(int underWay, Duration wait) {
    super(
        "read: not sent within %s, %d under way (expected: a free place)".formatted(wait, underWay),
        null,
        false,
        false);
  }
}
