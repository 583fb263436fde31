package isegoria.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Until when the gateway waits for the answer to a request. Commands, barriers and reads of the
 * request wait no longer than that: what comes later is of use to no client.
 *
 * <p>It belongs to the thread of the request; {@link #carried} takes it along to another one.
 */
public final class Deadline extends OncePerRequestFilter {

  /** Milliseconds since 1970. The gateway sets it, and drops what clients send by that name. */
  public static final String HEADER = "X-Isegoria-Deadline";

  /** Digits of a time in milliseconds until the year 2286, which nanoseconds can count. */
  private static final String FORM = "[0-9]{1,13}";

  /** As {@link System#nanoTime} counts. */
  private static final ScopedValue<Long> END_NANOS = ScopedValue.newInstance();

  private final Clock clock;

  Deadline(Clock clock) {
    this.clock = clock;
  }

  /**
   * How long to wait for something: as long as usual, or until this request's deadline where that
   * comes first. Zero or negative when it has passed.
   */
  public static Duration atMost(Duration usual) {
    if (!END_NANOS.isBound()) {
      return usual;
    }
    Duration left = Duration.ofNanos(END_NANOS.get() - System.nanoTime());
    return left.compareTo(usual) < 0 ? left : usual;
  }

  /** The same work, under the deadline of this thread wherever it is done. */
  public static <T extends @Nullable Object> Supplier<T> carried(Supplier<T> work) {
    if (!END_NANOS.isBound()) {
      return work;
    }
    Long end = END_NANOS.get();
    return () -> ScopedValue.where(END_NANOS, end).call(work::get);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader(HEADER);
    if (header == null || !header.matches(FORM)) {
      chain.doFilter(request, response);
      return;
    }
    Duration left = Duration.ofMillis(Long.parseLong(header) - clock.millis());
    try {
      ScopedValue.where(END_NANOS, System.nanoTime() + left.toNanos())
          .call(() -> {
            chain.doFilter(request, response);
            return true;
          });
    } catch (ServletException | IOException | RuntimeException failed) {
      throw failed;
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
