package isegoria.post.http;

import isegoria.edge.Answers;
import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.Position;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a write wait for the facts that its command carries: who signed up a moment ago can be
 * mentioned, who follows since a moment ago may like. Reads wait by themselves, at the edge.
 */
final class FactsFirst implements HandlerInterceptor {

  /** Shorter than a read waits: the write is right either way, as of a moment ago. */
  private static final Duration WAIT_MAX = Duration.ofMillis(500);

  private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");

  private final Barrier barrier;

  FactsFirst(Barrier barrier) {
    this.barrier = barrier;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object target)
      throws InterruptedException {
    String header = request.getHeader(Answers.POSITION_HEADER);
    if (header != null && WRITES.contains(request.getMethod())) {
      boolean _ = barrier.await(Position.parse(header), WAIT_MAX);
    }
    return true;
  }
}
