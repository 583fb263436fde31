package isegoria.tests;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.client.Answer;
import isegoria.tests.client.CallRecord;
import isegoria.tests.client.SwallowedWrites;
import isegoria.tests.effect.EffectRule;
import isegoria.tests.effect.Shown;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Runs every journey again for each write that it claims to show, with that write answered as
 * before and not done: a journey that stays green shows nothing of it.
 */
@Tag("proof")
final class EffectsBiteIT {
  /** Long enough for a view that is behind, of a system that does nothing else. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final List<String> unnoticed = new ArrayList<>();
  private int swallowed;

  @Test
  void each_write_that_is_answered_and_not_done_turns_a_journey_red() {
    for (Method journey : Shown.journeys()) {
      var calls = new CallRecord();
      calls.during(() -> run(journey));
      Map<String, Answer> before = SwallowedWrites.successes(calls.answers());
      for (String endpoint : Shown.claimedBy(journey)) {
        if (!endpoint.startsWith("GET ")) {
          swallow(journey, endpoint, before);
        }
      }
    }
    System.out.printf(
        "effects: writes answered and not done %d, noticed %d%n",
        swallowed, swallowed - unnoticed.size());
    assertThat(unnoticed).isEmpty();
    assertThat(swallowed).isPositive();
  }

  private void swallow(Method journey, String write, Map<String, Answer> before) {
    swallowed++;
    var calls = new CallRecord();
    try {
      Eventually.within(
          PATIENCE,
          () -> calls.during(() -> SwallowedWrites.during(write, before, () -> run(journey))));
    } catch (AssertionError | RuntimeException red) {
      return;
    }
    if (EffectRule.unshown(List.of(write), calls.answers()).isEmpty()) {
      unnoticed.add(write + " in " + journey.getName());
    }
  }

  /** With people of its own. */
  private static void run(Method journey) {
    try {
      Constructor<?> tests = journey.getDeclaringClass().getDeclaredConstructor();
      tests.setAccessible(true);
      journey.setAccessible(true);
      journey.invoke(tests.newInstance());
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(journey.getName(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no journey: " + journey, e);
    }
  }
}
