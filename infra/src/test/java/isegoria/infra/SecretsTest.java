package isegoria.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class SecretsTest {
  @TempDir Path directory;

  @Test
  void secrets_are_made_once() throws IOException {
    Secrets first = Secrets.in(directory);
    String key = Files.readString(directory.resolve("signing-key.json"));
    Secrets second = Secrets.in(directory);

    assertThat(second.internalSecret()).isEqualTo(first.internalSecret());
    assertThat(second.password("account")).isEqualTo(first.password("account"));
    assertThat(Files.readString(directory.resolve("signing-key.json"))).isEqualTo(key);
  }

  @Test
  void only_the_owner_reads_them() throws IOException {
    Secrets.in(directory);
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files)
          .hasSize(5)
          .allSatisfy(file ->
              assertThat(Files.getPosixFilePermissions(file))
                  .containsExactlyInAnyOrder(
                      PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
    }
  }

  @Test
  void the_public_set_holds_the_public_half_of_the_signing_key() {
    Secrets.in(directory);
    var json = new JsonMapper();
    JsonNode published =
        json.readTree(directory.resolve("jwks.json").toFile()).path("keys").path(0);
    JsonNode signing = json.readTree(directory.resolve("signing-key.json").toFile());

    assertThat(published.has("d")).isFalse();
    for (String field : new String[] {"kty", "crv", "kid", "x", "y"}) {
      assertThat(published.path(field)).isEqualTo(signing.path(field));
    }
  }
}
