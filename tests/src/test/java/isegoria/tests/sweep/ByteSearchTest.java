package isegoria.tests.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ByteSearchTest {
  private static final int BYTES = 3_000_000;

  private final ByteSearch search =
      new ByteSearch(List.of(bytes("canary"), bytes("can"), bytes("bird")));

  @Test
  void each_text_is_counted_on_its_own() {
    assertThat(search.count(bytes("a canary can"))).containsExactly(1, 2, 0);
    assertThat(search.count(bytes("canar"))).containsExactly(0, 1, 0);
    assertThat(search.count(bytes("bird"))).containsExactly(0, 0, 1);
    assertThat(search.count(bytes(""))).containsExactly(0, 0, 0);
  }

  @Test
  void a_text_is_found_once_wherever_it_lies_in_a_long_file() throws IOException {
    byte[] word = bytes("canary");
    for (int at : new int[] {0, (1 << 20) - 3, 1 << 20, (1 << 20) + 3, BYTES - word.length}) {
      byte[] file = new byte[BYTES];
      Arrays.fill(file, (byte) 'c');
      System.arraycopy(word, 0, file, at, word.length);
      assertThat(search.count(new ByteArrayInputStream(file)))
          .as("at %d", at)
          .containsExactly(1, 1, 0);
    }
  }

  @Test
  void a_file_as_long_as_the_buffer_is_read_to_its_end() throws IOException {
    for (int length = (1 << 20) - 1; length <= (1 << 20) + 13; length++) {
      byte[] file = new byte[length];
      System.arraycopy(bytes("bird"), 0, file, length - 4, 4);
      assertThat(search.count(new ByteArrayInputStream(file)))
          .as("of %d bytes", length)
          .containsExactly(0, 0, 1);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
