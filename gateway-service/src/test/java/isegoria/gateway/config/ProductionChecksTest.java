package isegoria.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class ProductionChecksTest {
  private static final Map<String, String> SOUND =
      Map.of(
          "isegoria.origin", "https://isegoria.test",
          "isegoria.kafka.bootstrap-servers", "broker:9092",
          "isegoria.site.contact-email", "ana@isegoria.test");

  private static GatewayProperties properties(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("isegoria", GatewayProperties.class);
  }

  @Test
  void a_sound_configuration_starts() {
    assertThat(ProductionChecks.problems(properties(SOUND))).isEmpty();
  }

  @Test
  void everything_that_is_missing_is_said_at_once() {
    assertThat(ProductionChecks.problems(properties(Map.of())))
        .hasSize(3)
        .anyMatch(line -> line.startsWith("isegoria.origin"))
        .anyMatch(line -> line.startsWith("isegoria.kafka.bootstrap-servers"))
        .anyMatch(line -> line.startsWith("isegoria.site.contact-email"));
  }

  @Test
  void what_makes_life_easy_elsewhere_is_refused() {
    Map<String, String> easy = new HashMap<>(SOUND);
    easy.put("isegoria.limits.enabled", "false");
    easy.put("isegoria.limits.exempt-addresses", "127.0.0.1");
    assertThat(ProductionChecks.problems(properties(easy)))
        .containsExactly(
            "isegoria.limits.enabled: false (expected: true)",
            "isegoria.limits.exempt-addresses: set (expected: empty)");
  }
}
