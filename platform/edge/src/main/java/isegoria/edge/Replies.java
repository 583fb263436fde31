package isegoria.edge;

import isegoria.eventsourcing.wire.Reply;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Turns a decider's reply into its state or into an {@link ApiException}; either way the answer to
 * the gateway has the positions at which the write can be seen.
 */
public final class Replies {

  /** Where a write can be seen; the gateway takes it from answers and puts it on reads. */
  public static final String POSITION_HEADER = "X-Isegoria-Position";

  private Replies() {}

  /**
   * The accepted reply; throws the problem that a rejection means, or 503 where the outcome is
   * unknown.
   */
  public static <S, E, R> Reply.Accepted<S, E, R> accepted(
      Reply<S, E, R> reply, Function<? super R, ApiException> problems) {
    return switch (reply) {
      case Reply.Accepted<S, E, R> accepted -> {
        addPositions(accepted.positions());
        yield accepted;
      }
      case Reply.Rejected<S, E, R>(R reason, String positions) -> {
        addPositions(positions);
        throw problems.apply(reason);
      }
      case Reply.TooLarge<S, E, R> _ -> throw ApiException.unavailable();
      case Reply.Unknown<S, E, R> _ -> throw ApiException.unavailable();
      case Reply.TooLate<S, E, R> _ -> throw ApiException.unavailable();
      case Reply.Unavailable<S, E, R> _ -> throw ApiException.unavailable();
      case Reply.Quarantined<S, E, R> _ -> throw ApiException.unavailable();
      // What an erased account did, had or is has no place any more.
      case Reply.OwnerErased<S, E, R> _ -> throw ApiException.notFound();
    };
  }

  /** The state that holds now: {@link #accepted} for those who need no more. */
  public static <S, E, R> S state(
      Reply<S, E, R> reply, Function<? super R, ApiException> problems) {
    return accepted(reply, problems).state();
  }

  /** Adds positions to the answer of the request of this thread, if there is one. */
  public static void addPositions(@Nullable String positions) {
    if (positions != null
        && !positions.isEmpty()
        && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
        && current.getResponse() != null) {
      String before = current.getResponse().getHeader(POSITION_HEADER);
      current
          .getResponse()
          .setHeader(POSITION_HEADER, before == null ? positions : before + "," + positions);
    }
  }
}
