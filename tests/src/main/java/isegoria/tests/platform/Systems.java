package isegoria.tests.platform;

import isegoria.infra.DevConfig;
import isegoria.infra.DevSystem;
import isegoria.testkit.backing.EmbeddedBacking;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Starts whole systems for proofs: compat profile, two of each service, files and ports apart. */
public final class Systems {
  private Systems() {}

  /** Starts one on empty files below the project's build output. */
  public static DevSystem start(String name, int instances) {
    return start(name, instances, config -> config);
  }

  /** Starts one that is set up in a way of its own. */
  public static DevSystem start(String name, int instances, UnaryOperator<DevConfig> setUp) {
    Path root = root();
    Path files = root.resolve("tests/target/systems/" + name);
    EmbeddedBacking.deleteRecursively(files);
    DevConfig config =
        DevConfig.fromEnvironment(Map.of("ROOT", root.toString()))
            .withData(files)
            .withProfile("compat")
            .withInstances(instances)
            .withFreePorts();
    return DevSystem.start(setUp.apply(config), line -> System.out.println("  " + line));
  }

  /** The project's directory, wherever in it this was started. */
  public static Path root() {
    Path here = Path.of("").toAbsolutePath();
    for (Path at = here; at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("gateway-service"))) {
        return at;
      }
    }
    throw new IllegalStateException(here + ": not inside the project");
  }
}
