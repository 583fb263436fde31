package isegoria.eventsourcing.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isegoria.eventsourcing.Decision;
import isegoria.eventsourcing.erasure.Erasure.Erased;
import isegoria.eventsourcing.erasure.Erasure.Erasing;
import isegoria.eventsourcing.erasure.ErasureCommand.Begin;
import isegoria.eventsourcing.erasure.ErasureCommand.Continue;
import isegoria.eventsourcing.erasure.StorePage.Target;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An erasure, page by page, without a store. */
final class ErasureDeciderTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Target STUCK = new Target("post", "1/post/7");

  private Erasure erasure = ErasureDecider.ERASURE.initial();

  private void ask(ErasureCommand command) {
    if (ErasureDecider.decide(erasure, command)
        instanceof Decision.Accepted<ErasureEvent, Void>(List<ErasureEvent> events)) {
      erasure = ErasureDecider.ERASURE.evolve(erasure, events);
    }
  }

  private void look(int step, List<Target> left, @Nullable String last) {
    ask(new Continue(step, new StorePage(left, last, NOON)));
  }

  @Test
  void a_pass_that_finds_nothing_is_the_last() {
    ask(new Begin(NOON));
    look(1, List.of(STUCK), "1/post/7");
    look(2, List.of(), null);
    look(3, List.of(), null);
    assertThat(erasure).isEqualTo(new Erased(1, 0));
  }

  @Test
  void what_no_pass_can_end_is_left_and_said() {
    ask(new Begin(NOON));
    look(1, List.of(STUCK), null);
    look(2, List.of(STUCK), null);
    look(3, List.of(STUCK), null);
    assertThat(erasure).isEqualTo(new Erased(2, 1));

    ask(new Begin(NOON));
    assertThat(erasure).as("asked again where something is left").isInstanceOf(Erasing.class);
  }

  @Test
  void an_erasure_that_is_over_does_not_begin_again() {
    ask(new Begin(NOON));
    look(1, List.of(), null);
    ask(new Begin(NOON));
    assertThat(erasure).isEqualTo(new Erased(0, 0));
  }

  @Test
  void an_erasure_whose_step_failed_begins_again_once_its_time_is_over() {
    ask(new Begin(NOON));
    look(1, List.of(STUCK), "1/post/7");
    Erasure stuck = erasure;
    ask(new Begin(NOON.plusSeconds(60)));
    assertThat(erasure).as("its step may still come").isEqualTo(stuck);

    ask(new Begin(NOON.plusSeconds(61)));
    assertThat(erasure).isEqualTo(new Erasing(3, 1, "", 0, 1, NOON.plusSeconds(121)));
    look(2, List.of(), null);
    assertThat(erasure).as("a step of before").isInstanceOf(Erasing.class);
    look(3, List.of(), null);
    assertThat(erasure).isEqualTo(new Erased(1, 0));
  }

  @Test
  void a_step_that_comes_twice_is_taken_once() {
    ask(new Begin(NOON));
    look(1, List.of(STUCK), "1/post/7");
    Erasure once = erasure;
    look(1, List.of(STUCK), "1/post/7");
    assertThat(erasure).isEqualTo(once);
  }

  @Test
  void a_step_without_a_page_is_an_error() {
    ask(new Begin(NOON));
    assertThatThrownBy(() -> ask(new Continue(1)))
        .hasMessage("page: none (expected: one that the decider has read)");
  }
}
