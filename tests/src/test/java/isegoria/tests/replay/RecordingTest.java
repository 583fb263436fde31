package isegoria.tests.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class RecordingTest {

  private static final Recording BEFORE = new Recording(Map.of("ana home", "200  [1,2]"));

  @Test
  void the_same_bytes_differ_in_nothing() {
    assertThat(BEFORE.differences(new Recording(Map.of("ana home", "200  [1,2]")))).isEmpty();
  }

  @Test
  void one_byte_is_a_difference_and_so_is_an_answer_that_comes_or_goes() {
    assertThat(BEFORE.differences(new Recording(Map.of("ana home", "200  [1,3]"))))
        .singleElement()
        .asString()
        .startsWith("ana home: at 8: …200  [1,3]… (expected: …200  [1,2]…)");
    assertThat(BEFORE.differences(new Recording(Map.of()))).hasSize(1);
    assertThat(new Recording(Map.of()).differences(BEFORE)).hasSize(1);
  }
}
