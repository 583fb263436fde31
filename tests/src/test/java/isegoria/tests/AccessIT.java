package isegoria.tests;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.access.AccessMatrix;
import isegoria.tests.access.WrittenTraces;
import isegoria.tests.client.Answer;
import isegoria.tests.client.Api;
import isegoria.tests.client.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Every endpoint that clients know, asked through the gateway by everyone. */
final class AccessIT {
  private static final long AGAIN_NANOS = 100_000_000;

  private final Shared system = Shared.system();
  private final AccessScene scene = new AccessScene(system);

  @Test
  void every_endpoint_answers_everyone_as_the_table_grants() {
    String refused = WrittenTraces.fresh();
    String granted = WrittenTraces.fresh();
    long start = System.nanoTime();
    try (var written = new WrittenTraces(system.processes().config())) {
      AccessMatrix matrix = matrix(refused);
      List<String> wrong = new ArrayList<>(matrix.wrongRefusals());
      // What the same people may do goes the same ways, after everything that was refused.
      scene.acts().forEach(call -> answered(WrittenTraces.traced(call, granted)).expect(200));
      Map<String, Set<String>> topics = written.untilNow();
      wrong.addAll(matrix.wrongAdmissions());
      assertThat(wrong).isEmpty();
      assertThat(topics.getOrDefault(refused, Set.of())).isEmpty();
      assertThat(topics.getOrDefault(granted, Set.of()))
          .anyMatch(topic -> topic.startsWith("account."))
          .anyMatch(topic -> topic.startsWith("post."))
          .anyMatch(topic -> topic.startsWith("moderation."))
          .anyMatch(topic -> topic.startsWith("timeline."));
      System.out.printf("access: %s; %.1f s%n", matrix.size(), (System.nanoTime() - start) / 1e9);
    }
  }

  private AccessMatrix matrix(String trace) {
    return new AccessMatrix(
        scene.callers(),
        scene.narrow(),
        scene.things(),
        call -> answered(WrittenTraces.traced(call, trace)));
  }

  /** What is there to be answered; a busy platform is asked again. */
  private Answer answered(Call call) {
    long end = System.nanoTime() + Api.PATIENCE.toNanos();
    try {
      Answer answer = system.api().raw(call);
      while (answer.isTemporary() && System.nanoTime() < end) {
        LockSupport.parkNanos(AGAIN_NANOS);
        answer = system.api().raw(call);
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(call.toString(), e);
    }
  }
}
