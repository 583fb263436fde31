package isegoria.post.http;

import isegoria.edge.Replies;
import isegoria.events.Topics;
import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.Position;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a write wait for the facts that its command carries: an account of a moment ago can be
 * mentioned, and a follower of a moment ago may favourite. Reads wait at the edge.
 *
 * <p>A fact that is late hardly matters, except the author's own defaults: a post that should be
 * private must not be published to all.
 */
final class WriteBarrier implements HandlerInterceptor {

  /** Shorter than a read waits: the write is right either way, as of a moment ago. */
  private static final Duration WAIT_MAX = Duration.ofMillis(500);

  private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");

  private static final String SETTINGS_TOPIC = Topics.ACCOUNT_PRIVATE_EVENTS.name();

  private static final String DEFAULTS_BEHIND = WriteBarrier.class.getName() + ".defaultsBehind";

  private final Barrier barrier;

  WriteBarrier(Barrier barrier) {
    this.barrier = barrier;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object target)
      throws InterruptedException {
    String header = request.getHeader(Replies.POSITION_HEADER);
    if (header != null && WRITES.contains(request.getMethod())) {
      List<Position> facts = Position.parse(header);
      if (!barrier.await(facts, WAIT_MAX)) {
        List<Position> settings =
            facts.stream().filter(each -> each.topic().equals(SETTINGS_TOPIC)).toList();
        request.setAttribute(DEFAULTS_BEHIND, !barrier.await(settings, Duration.ZERO));
      }
    }
    return true;
  }

  /** Whether the writer's defaults, as they are known here, may be older than what they chose. */
  static boolean areDefaultsBehind(HttpServletRequest request) {
    return Boolean.TRUE.equals(request.getAttribute(DEFAULTS_BEHIND));
  }
}
