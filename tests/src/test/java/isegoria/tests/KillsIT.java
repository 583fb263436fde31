package isegoria.tests;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.world.Comparison;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class KillsIT {

  @Test
  void nothing_is_lost_or_doubled_when_instances_are_killed_while_people_post() throws IOException {
    List<String> names = List.of("kafka", "post", "timeline");
    var sizes = new Kills.Sizes(40, 100, names, Settings.ofProcess().seed());
    Comparison comparison = Kills.run(Shared.system().processes(), sizes);
    assertThat(comparison.holds()).as(comparison.line()).isTrue();
    assertThat(comparison.entries()).isPositive();
  }
}
