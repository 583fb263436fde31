package isegoria.tests;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.sweep.Result;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class SweepIT {

  @Test
  void words_and_secrets_are_only_where_they_may_be_and_an_erased_person_leaves_none()
      throws IOException {
    Result result = Sweep.run("sweep-check", Settings.ofProcess().seed(), false);
    assertThat(result.leaks()).isEmpty();
    assertThat(result.unseen()).isEmpty();
    assertThat(result.left()).isEmpty();
    // A leak made on purpose: a sweep that misses it has found nothing.
    assertThat(result.plantedFound()).isEqualTo(result.planted()).isEqualTo(2);
  }
}
