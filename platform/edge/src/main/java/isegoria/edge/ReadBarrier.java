package isegoria.edge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.Position;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a read wait until this service's views show what its reader wrote, here or elsewhere. What
 * does not come in time is served as it is, and counted.
 */
final class ReadBarrier implements HandlerInterceptor {

  private final @Nullable Barrier barrier;
  private final Duration waitMax;
  private final Counter stale;

  ReadBarrier(@Nullable Barrier barrier, Duration waitMax, MeterRegistry meters) {
    this.barrier = barrier;
    this.waitMax = waitMax;
    this.stale =
        Counter.builder("reads.stale")
            .description("Reads served before a view showed what their reader wrote")
            .register(meters);
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object target)
      throws InterruptedException {
    String header = request.getHeader(Replies.POSITION_HEADER);
    if (barrier == null || header == null || !isRead(request)) {
      return true;
    }
    List<Position> wanted = Position.parse(header);
    if (!barrier.await(wanted, viewsOf(target), Deadline.atMost(waitMax))) {
      stale.increment();
    }
    return true;
  }

  private static Predicate<String> viewsOf(Object target) {
    ReadsViews views =
        target instanceof HandlerMethod method
            ? AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), ReadsViews.class)
            : null;
    return views == null ? _ -> true : Set.of(views.value())::contains;
  }

  private static boolean isRead(HttpServletRequest request) {
    return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
  }
}
