package isegoria.edge;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.eventsourcing.read.ViewCache;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RewindAfterOutageTest {

  private final List<String> done = new ArrayList<>();

  private final class Noting implements ViewCache {
    @Override
    public void clear() {
      done.add("forget");
    }

    @Override
    public void suspend() {
      done.add("doubt");
    }
  }

  @Test
  void memories_keep_nothing_until_what_may_be_lost_is_applied_again() {
    new RewindAfterOutage(
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
