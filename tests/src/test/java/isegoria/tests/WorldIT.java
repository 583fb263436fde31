package isegoria.tests;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.platform.Running;
import isegoria.tests.world.Comparison;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorldIT {

  @Test
  void every_home_of_a_small_world_is_as_defined_and_a_planted_bug_is_found(@TempDir Path directory)
      throws IOException {
    var running = Running.of(Shared.system().processes());
    Map<String, String> small =
        Map.of(
            "PEOPLE", "50",
            "EDGES", "350",
            "POSTS", "150",
            "ROUNDS", "3",
            "SEED", Long.toString(Settings.ofProcess().seed()),
            "STATE", directory.resolve("journal").toString());
    Comparison comparison = World.run(new Settings(small), running);
    assertThat(comparison.holds()).as(comparison.line()).isTrue();
    assertThat(comparison.entries()).isGreaterThan(300);

    var planted = new java.util.HashMap<>(small);
    planted.put("PLANT", "drop-follow");
    // The journal says that all is loaded: only the comparison is made again.
    assertThat(World.run(new Settings(planted), running).holds()).isFalse();
  }
}
