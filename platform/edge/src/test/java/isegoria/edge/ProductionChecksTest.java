package isegoria.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

final class ProductionChecksTest {

  @TempDir Path secrets = Path.of("");

  @Test
  void an_empty_configuration_is_told_what_it_lacks_one_line_each() {
    assertThatThrownBy(() -> ProductionChecks.require(environment(Map.of(), "prod")))
        .hasMessageContaining("isegoria.origin: unset (expected: https://…)\n")
        .hasMessageContaining("isegoria.kafka.password: unset (expected: set)\n");
  }

  @Test
  void development_may_start_with_less() {
    assertThatCode(() -> ProductionChecks.require(environment(Map.of(), "dev")))
        .doesNotThrowAnyException();
  }

  @Test
  void a_whole_configuration_has_no_problem_and_a_short_secret_is_one() throws IOException {
    Map<String, Object> whole = new HashMap<>();
    for (String key :
        new String[] {
          "kafka.bootstrap-servers",
          "kafka.username",
          "kafka.password",
          "cassandra.contact-points",
          "cassandra.username",
          "cassandra.password",
          "state-dir"
        }) {
      whole.put("isegoria." + key, "set");
    }
    whole.put("isegoria.origin", "https://example.org");
    whole.put("isegoria.secrets-dir", secrets.toString());
    Path secret = secrets.resolve("internal-secret");

    Files.writeString(secret, "x".repeat(ProductionChecks.SECRET_CHARACTERS_MIN));
    assertThat(ProductionChecks.problems(environment(whole, "prod"))).isEmpty();
    Files.writeString(secret, "short");
    assertThat(ProductionChecks.problems(environment(whole, "prod")))
        .singleElement()
        .asString()
        .startsWith("internal-secret: short");
  }

  private static StandardEnvironment environment(Map<String, Object> properties, String profile) {
    var environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
    environment.setActiveProfiles(profile);
    return environment;
  }
}
