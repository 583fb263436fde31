package isegoria.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DevConfigTest {
  @Test
  void the_environment_moves_the_public_port_and_picks_the_profile() {
    DevConfig config = DevConfig.fromEnvironment(Map.of("PORT", "3000", "PROFILE", "compat"));

    assertThat(config.origin()).hasToString("http://localhost:3000");
    assertThat(config.profile()).isEqualTo("compat");
    assertThat(ServiceKind.ACCOUNT.port(config, 1)).isEqualTo(8111);
  }

  @Test
  void two_systems_with_different_bases_share_no_port() {
    DevConfig one = DevConfig.fromEnvironment(Map.of("INSTANCES", "2"));
    DevConfig other = DevConfig.fromEnvironment(Map.of("INSTANCES", "2", "BASE", "100"));

    assertThat(Prerequisites.ports(one).keySet())
        .hasSize(4 + 2 * (1 + 4 * 2))
        .doesNotContainAnyElementsOf(Prerequisites.ports(other).keySet());
  }

  @Test
  void a_setting_that_makes_no_sense_is_named() {
    assertThatThrownBy(() -> DevConfig.fromEnvironment(Map.of("PROFILE", "live")))
        .hasMessage("PROFILE: live (expected: dev, compat or prod)");
    assertThatThrownBy(() -> DevConfig.fromEnvironment(Map.of("PORT", "http")))
        .hasMessage("PORT: http (expected: a number)");
  }

  @Test
  void a_taken_port_is_named_with_what_to_do() throws Exception {
    try (var taken = new ServerSocket(0)) {
      int port = taken.getLocalPort();
      DevConfig config = DevConfig.fromEnvironment(Map.of("PORT", Integer.toString(port)));

      assertThat(Prerequisites.missing(config))
          .contains(
              "port %d (gateway): taken; stop its user, or run with PORT=<other>".formatted(port));
    }
  }

  @Test
  void a_port_that_clients_refuse_is_named_before_anything_starts() {
    DevConfig config = DevConfig.fromEnvironment(Map.of("PORT", "10080"));

    assertThat(Prerequisites.missing(config))
        .contains("port 10080: browsers and Node refuse to connect to it; run with PORT=<other>");
  }
}
