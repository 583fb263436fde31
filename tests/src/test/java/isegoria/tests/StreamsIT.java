package isegoria.tests;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.live.StreamsRun;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What open streams tell is what feeds show, also when an instance dies. */
final class StreamsIT {
  private final Shared shared = Shared.system();

  @Test
  void streams_and_one_refresh_after_a_death_tell_what_the_feeds_show() {
    var sizes = new StreamsRun.Sizes(40, Duration.ofSeconds(15), Settings.ofProcess().seed());
    StreamsRun.Result result =
        StreamsRun.run(shared.processes(), shared.api(), sizes, Shared::freshName);
    System.out.println(result.line());

    assertThat(result.holds()).as(result.line()).isTrue();
  }
}
