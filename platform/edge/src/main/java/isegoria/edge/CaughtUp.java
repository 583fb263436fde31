package isegoria.edge;

import isegoria.eventsourcing.kafka.TopicReader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Turns requests away until this instance has read what stood in its topics when it started: what
 * it knows before, a home without half its posts or a sanction that is in force, is wrong. Another
 * instance may know. From then on it answers with what it has, however far behind.
 */
final class CaughtUp implements HandlerInterceptor {

  /** Tells the gateway to ask another instance; the gateway takes it off. */
  static final String NOT_READY_HEADER = "X-Isegoria-Not-Ready";

  private final Supplier<List<TopicReader>> readers;
  private volatile boolean allHave;

  CaughtUp(Supplier<List<TopicReader>> readers) {
    this.readers = readers;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object target) {
    if (!allHave) {
      allHave = readers.get().stream().allMatch(TopicReader::caughtUp);
    }
    if (!allHave) {
      response.setHeader(NOT_READY_HEADER, "true");
      throw ApiException.unavailable();
    }
    return true;
  }
}
