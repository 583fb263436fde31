package isegoria.api.entity;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.api.ApiJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares an entity's JSON with a file; {@code -Dgolden=true} writes the files. */
final class GoldenJson {

  private static final Path FILES = Path.of("src/test/resources/golden");

  private GoldenJson() {}

  /** And reads it back: whatever is written must be readable by the same types. */
  static void assertGolden(String name, Object entity) {
    String json = ApiJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(entity) + "\n";
    Path file = FILES.resolve(name + ".json");
    try {
      if (Boolean.getBoolean("golden")) {
        Files.writeString(file, json);
      }
      assertThat(json).as(name).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(ApiJson.MAPPER.readValue(json, entity.getClass())).isEqualTo(entity);
  }
}
