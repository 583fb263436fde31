package isegoria.tests;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.sweep.Result;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class SweepIT {
  private static final long SEED = Settings.ofProcess().seed();

  @Test
  void words_and_secrets_are_only_where_they_may_be() throws IOException {
    assertNothingLeaks(Sweep.search(Shared.system().processes(), SEED));
  }

  @Tag("proof")
  @Test
  void an_erased_person_leaves_nothing() throws IOException {
    Result result = Sweep.run("sweep-check", SEED, false);
    assertNothingLeaks(result);
    assertThat(result.left()).isEmpty();
  }

  private static void assertNothingLeaks(Result result) {
    assertThat(result.leaks()).isEmpty();
    assertThat(result.unseen()).isEmpty();
    // A leak made on purpose: a sweep that misses it has found nothing.
    assertThat(result.plantedFound()).isEqualTo(result.planted()).isEqualTo(2);
  }
}
