package isegoria.eventsourcing.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isegoria.eventsourcing.StoredName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SealedJsonTest {

  sealed interface Shape {
    @StoredName("Square")
    record RenamedSinceItWasStored(int side) implements Shape {}

    @StoredName("Circle")
    record Circle(int radius) implements Shape {}
  }

  sealed interface Unnamed {
    record Member() implements Unnamed {}
  }

  sealed interface Doubled {
    @StoredName("Same")
    record One() implements Doubled {}

    @StoredName("Same")
    record Two() implements Doubled {}
  }

  @Test
  void tags_a_member_with_its_stored_name_whatever_its_class_is_called() {
    SealedJson<Shape> json = SealedJson.of(List.of(), Shape.class);
    var square = new Shape.RenamedSinceItWasStored(2);
    assertThat(text(json.encode(square))).isEqualTo("1 {\"@type\":\"Square\",\"side\":2}");
    assertThat(json.decode(json.encode(square))).isEqualTo(square);
  }

  @Test
  void stores_an_outcome_under_literal_names() {
    var rejected =
        new Outcome<Shape, Shape, Shape>(
            "shape",
            "ana/shape",
            "1",
            "",
            Verdict.REJECTED,
            Instant.EPOCH,
            0,
            new Shape.Circle(1),
            List.of(),
            new Shape.Circle(3),
            "");
    SealedJson<Outcome<Shape, Shape, Shape>> json =
        SealedJson.of(List.of(), Outcome.class, Shape.class, Shape.class, Shape.class);
    assertThat(text(json.encode(rejected)))
        .contains("\"family\":\"shape\"")
        .contains("\"verdict\":\"REFUSED\"")
        .contains("\"refused\":{\"@type\":\"Circle\",\"radius\":1}");
    assertThat(json.decode(json.encode(rejected))).isEqualTo(rejected);
  }

  @Test
  void accepts_no_member_without_a_name_of_its_own() {
    assertThatThrownBy(() -> SealedJson.of(List.of(), Unnamed.class))
        .hasMessageContaining("@StoredName");
    assertThatThrownBy(() -> SealedJson.of(List.of(), Doubled.class))
        .hasMessageContaining("stored name Same");
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
