package isegoria.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.Decider;
import isegoria.eventsourcing.Decision;
import java.util.ArrayList;
import java.util.List;

/**
 * Given facts, when a command, then facts or a rejection: how a rule is specified and tested.
 *
 * <p>It asserts more than a line shows: the same question gets the same answer twice, what is
 * decided can be folded, and every fact, rejection and state survives its encoding.
 */
public final class DeciderSpec<C, S, E, R> {

  private final AggregateType<C, S, E, R> aggregateType;

  private DeciderSpec(AggregateType<C, S, E, R> aggregateType) {
    this.aggregateType = aggregateType;
  }

  public static <C, S, E, R> DeciderSpec<C, S, E, R> of(AggregateType<C, S, E, R> aggregateType) {
    return new DeciderSpec<>(aggregateType);
  }

  @SafeVarargs
  public final Given given(E... history) {
    return new Given(List.of(history));
  }

  /** A history, waiting for its command. */
  public final class Given {
    private final List<E> history;

    private Given(List<E> history) {
      this.history = history;
    }

    public Answered when(C command) {
      S state = fold(history);
      Decision<E, R> once =
          aggregateType.decider().decide(state, aggregateType.overTheWire(command));
      Decision<E, R> twice = aggregateType.decider().decide(state, command);
      assertThat(twice).as("the same question gets the same answer").isEqualTo(once);
      return new Answered(history, command, once);
    }
  }

  /** An answer, waiting to be compared. */
  public final class Answered {
    private final List<E> history;
    private final C command;
    private final Decision<E, R> decision;

    private Answered(List<E> history, C command, Decision<E, R> decision) {
      this.history = history;
      this.command = command;
      this.decision = decision;
    }

    @SafeVarargs
    public final void then(E... expected) {
      thenEvents(List.of(expected));
    }

    /** It was so already: accepted, with nothing new to record. */
    public void thenNothing() {
      thenEvents(List.of());
    }

    private void thenEvents(List<E> expected) {
      assertThat(decision).as(command + " after " + history).isEqualTo(Decision.accept(expected));
      List<E> all = new ArrayList<>(history);
      all.addAll(expected);
      S after = fold(all);
      assertThat(aggregateType.overTheWire(after, expected)).isEqualTo(after);
    }

    public void thenRejected(R reason) {
      assertThat(decision)
          .as(command + " after " + history)
          .isEqualTo(Decision.<E, R>reject(reason));
      assertThat(aggregateType.rejectionOverTheWire(reason)).isEqualTo(reason);
    }
  }

  private S fold(List<E> history) {
    Decider<C, S, E, R> decider = aggregateType.decider();
    return decider.evolve(decider.initial(), history);
  }
}
