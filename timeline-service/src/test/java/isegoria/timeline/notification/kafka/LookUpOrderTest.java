package isegoria.timeline.notification.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

final class LookUpOrderTest {
  private static final long ANA = 1;
  private static final long BO = 2;

  private final LookUpOrder order = new LookUpOrder();
  private final List<String> begun = new ArrayList<>();
  private final Map<String, CompletableFuture<Void>> writes = new HashMap<>();

  private CompletionStage<Void> write(long recipient, boolean looksUp, String name) {
    return order.write(
        recipient,
        looksUp,
        () -> {
          begun.add(name);
          return writes.computeIfAbsent(name, _ -> new CompletableFuture<>());
        });
  }

  private CompletableFuture<Void> begun(String name) {
    return Objects.requireNonNull(writes.get(name));
  }

  private void end(String name) {
    begun(name).complete(null);
  }

  @Test
  void what_looks_up_waits_for_all_before_it_and_all_after_wait_for_it() {
    write(ANA, false, "told");
    write(ANA, false, "told more");
    write(ANA, true, "withdrawn");
    var again = write(ANA, false, "told again").toCompletableFuture();
    write(BO, true, "of another");
    assertThat(begun).containsExactly("told", "told more", "of another");
    end("told more");
    end("told");
    assertThat(begun).endsWith("withdrawn");
    end("withdrawn");
    assertThat(begun).endsWith("told again");
    assertThat(again).isNotDone();
    end("told again");
    assertThat(again).isCompleted();
  }

  @Test
  void after_a_failure_the_next_batch_begins_at_once() {
    var failing = write(ANA, true, "withdrawn").toCompletableFuture();
    begun("withdrawn").completeExceptionally(new IllegalStateException("planted"));
    assertThat(failing).isCompletedExceptionally();
    write(ANA, false, "told");
    assertThat(begun).containsExactly("withdrawn", "told");
  }
}
