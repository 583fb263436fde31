package isegoria.gateway.config;

import isegoria.testkit.Golden;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.DefaultValue;

final class GatewayPropertiesTest {
  @Test
  void every_key_and_its_default_is_written_down() {
    List<String> rows = new ArrayList<>();
    add("isegoria", GatewayProperties.class, rows);
    Golden.file("config.md")
        .matches("# Configuration\n\n| Key | Default |\n|---|---|\n" + String.join("\n", rows));
  }

  private static void add(String prefix, Class<?> type, List<String> rows) {
    var parameters = type.getDeclaredConstructors()[0].getParameters();
    RecordComponent[] components = type.getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      String key = prefix + "." + kebab(components[i].getName());
      if (components[i].getType().isRecord()) {
        add(key, components[i].getType(), rows);
      } else {
        DefaultValue given = parameters[i].getAnnotation(DefaultValue.class);
        rows.add(
            "| `%s` | %s |"
                .formatted(
                    key,
                    given == null || String.join("", given.value()).isEmpty()
                        ? "unset"
                        : "`" + String.join(", ", given.value()) + "`"));
      }
    }
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
