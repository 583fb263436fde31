package isegoria.eventsourcing.erasure;

import static isegoria.eventsourcing.Decision.accept;

import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.Decider;
import isegoria.eventsourcing.Decision;
import isegoria.eventsourcing.Due;
import isegoria.eventsourcing.FollowUp;
import isegoria.eventsourcing.OnErasure;
import isegoria.eventsourcing.Recorded;
import isegoria.eventsourcing.erasure.Erasure.Erased;
import isegoria.eventsourcing.erasure.Erasure.Erasing;
import isegoria.eventsourcing.erasure.Erasure.NotErased;
import isegoria.eventsourcing.erasure.ErasureCommand.Begin;
import isegoria.eventsourcing.erasure.ErasureCommand.Continue;
import isegoria.eventsourcing.erasure.ErasureEvent.ErasureBegun;
import isegoria.eventsourcing.erasure.ErasureEvent.OwnerErased;
import isegoria.eventsourcing.erasure.ErasureEvent.PageErased;
import isegoria.eventsourcing.erasure.ErasureEvent.PassEnded;
import isegoria.eventsourcing.erasure.StorePage.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rules of an erasure: page by page through the owner's keys, and again until a pass finds
 * nothing, because what a step has asked for may have been lost.
 *
 * <p>A step's command stands behind the commands that the step before it has sent, so a pass sees
 * what the former one did.
 */
public final class ErasureDecider {

  /** The aggregate type; stands in keys and records, so it never changes. */
  public static final String AGGREGATE_TYPE = "erasure";

  /** One that erases, one that sees that, and one for what was lost between them. */
  static final int PASSES_MAX = 3;

  /** When a step that has not come is asked for again: no partition lags so long unnoticed. */
  private static final Duration RESUME_AFTER = Duration.ofMinutes(1);

  static final Decider<ErasureCommand, Erasure, ErasureEvent, Void> ERASURE =
      new Decider<>(new NotErased(), ErasureDecider::decide, ErasureDecider::evolve);

  private record Asked(Erasure of, ErasureCommand to) {}

  private ErasureDecider() {}

  /** The erasure of a service's owners, as its runtime knows it. */
  public static AggregateType<ErasureCommand, Erasure, ErasureEvent, Void> of(
      List<AggregateType<?, ?, ?, ?>> aggregateTypes) {
    Map<String, Object> commands = new HashMap<>();
    for (AggregateType<?, ?, ?, ?> type : aggregateTypes) {
      if (type.onErasure() instanceof OnErasure.Erase<?, ?, ?> erase) {
        commands.put(type.name(), erase.command());
      }
    }
    return new AggregateType<>(
        AGGREGATE_TYPE,
        ERASURE,
        ErasureCommand.class,
        Erasure.class,
        ErasureEvent.class,
        Void.class,
        recorded -> List.of(),
        ErasureDecider::due,
        recorded -> followUps(recorded, commands),
        OnErasure.keep());
  }

  static Decision<ErasureEvent, Void> decide(Erasure erasure, ErasureCommand command) {
    return switch (new Asked(erasure, command)) {
      case Asked(NotErased _, Begin to) -> accept(new ErasureBegun(to.at()));
      case Asked(NotErased _, Continue _) -> accept();

      // Its step has come neither by itself nor by the clock: it failed, and may not any more.
      case Asked(Erasing of, Begin to) when to.at().isAfter(of.resumeAt()) ->
          accept(new ErasureBegun(to.at()));
      case Asked(Erasing _, Begin _) -> accept();
      case Asked(Erasing of, Continue to) when to.step() != of.step() -> accept();
      case Asked(Erasing of, Continue to) -> accept(looked(of, to.page()));

      case Asked(Erased of, Begin to) when of.left() > 0 -> accept(new ErasureBegun(to.at()));
      case Asked(Erased _, Begin _) -> accept();
      case Asked(Erased _, Continue _) -> accept();
    };
  }

  private static ErasureEvent looked(Erasing of, @Nullable StorePage page) {
    if (page == null) {
      throw new IllegalArgumentException("page: none (expected: one that the decider has read)");
    }
    String last = page.last();
    if (last != null) {
      return new PageErased(page.left(), last, page.readAt());
    }
    long found = of.found() + page.left().size();
    return found == 0 || of.pass() == PASSES_MAX
        ? new OwnerErased(found)
        : new PassEnded(page.left(), page.readAt());
  }

  static Erasure evolve(Erasure erasure, ErasureEvent event) {
    return switch (event) {
      case ErasureBegun e ->
          erasure instanceof Erasing of
              ? new Erasing(of.step() + 1, 1, "", 0, of.asked(), resumeAt(e.at()))
              : new Erasing(1, 1, "", 0, 0, resumeAt(e.at()));
      case PageErased e -> {
        Erasing of = erasing(erasure);
        long found = of.found() + e.targets().size();
        long asked = of.asked() + e.targets().size();
        yield new Erasing(of.step() + 1, of.pass(), e.last(), found, asked, resumeAt(e.at()));
      }
      case PassEnded e -> {
        Erasing of = erasing(erasure);
        long asked = of.asked() + e.targets().size();
        yield new Erasing(of.step() + 1, of.pass() + 1, "", 0, asked, resumeAt(e.at()));
      }
      case OwnerErased e -> new Erased(erasing(erasure).asked(), e.left());
    };
  }

  private static Instant resumeAt(Instant now) {
    return now.plus(RESUME_AFTER);
  }

  private static Erasing erasing(Erasure erasure) {
    if (erasure instanceof Erasing of) {
      return of;
    }
    throw new IllegalStateException("erasure: " + erasure + " (expected: Erasing)");
  }

  private static @Nullable Due<ErasureCommand> due(Erasure erasure) {
    return erasure instanceof Erasing of ? new Due<>(of.resumeAt(), new Continue(of.step())) : null;
  }

  private static List<FollowUp> followUps(
      Recorded<Erasure, ErasureEvent> recorded, Map<String, Object> commands) {
    List<FollowUp> all = new ArrayList<>();
    for (ErasureEvent event : recorded.events()) {
      List<Target> targets =
          switch (event) {
            case PageErased e -> e.targets();
            case PassEnded e -> e.targets();
            case ErasureBegun _, OwnerErased _ -> List.of();
          };
      for (Target target : targets) {
        String type = target.aggregateType();
        Object command = Objects.requireNonNull(commands.get(type), type);
        all.add(new FollowUp(type, target.key(), command, FollowUp.Kind.ERASES));
      }
    }
    if (recorded.after() instanceof Erasing of) {
      var next = new Continue(of.step());
      all.add(new FollowUp(AGGREGATE_TYPE, recorded.key(), next, FollowUp.Kind.ERASES));
    }
    return all;
  }
}
