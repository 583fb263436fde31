package isegoria.edge;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.eventsourcing.read.Memory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ApplyAgainTest {

  private final List<String> done = new ArrayList<>();

  private final class Noting implements Memory {
    @Override
    public void forget() {
      done.add("forget");
    }

    @Override
    public void doubt() {
      done.add("doubt");
    }
  }

  @Test
  void memories_keep_nothing_until_what_may_be_lost_is_applied_again() {
    new ApplyAgain(
            List.of(new Noting()),
            () -> done.add("rewind"),
            () -> {
              done.add("look");
              return done.size() > 3;
            },
            Duration.ZERO)
        .run();
    assertThat(done).containsExactly("doubt", "rewind", "look", "look", "forget");
  }
}
