package isegoria.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class KeyedHashTest {

  private static final byte[] PEPPER =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final KeyedHash hash = new KeyedHash(PEPPER);

  /** Hashes stand in tables and events: another result would find none of them again. */
  @Test
  void a_hash_stays_what_it_was() {
    assertThat(hash.of("name", "ana"))
        .isEqualTo("83138376b18c2dcfd6d84313d0165694517cf49897c7d2f776b4d97ae203e94f");
    assertThat(hash.of("name\nana".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(hash.of("name", "ana"));
  }

  @Test
  void kinds_are_hashed_apart() {
    assertThat(hash.of("email", "ana")).isNotEqualTo(hash.of("name", "ana"));
  }

  @Test
  void a_pepper_that_could_be_guessed_is_refused() {
    assertThatThrownBy(() -> new KeyedHash(new byte[31]))
        .hasMessage("pepper: 31 bytes (expected: at least 32)");
  }
}
