package isegoria.eventsourcing.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.Decider;
import isegoria.eventsourcing.Decision;
import isegoria.eventsourcing.DueRule;
import isegoria.eventsourcing.OnErasure;
import isegoria.eventsourcing.Policy;
import isegoria.eventsourcing.StoredName;
import isegoria.eventsourcing.Upcaster;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** A counter whose state was {@code n}, then {@code count}, and is now {@code count} and a unit. */
final class VersionedBytesTest {

  record Counter(int count, String unit) {}

  sealed interface Ask {}

  @StoredName("Add")
  record Add(int more) implements Ask {}

  sealed interface Fact {}

  @StoredName("Added")
  record Added(int more) implements Fact {}

  sealed interface Refusal {}

  @StoredName("TooMany")
  record TooMany(int max) implements Refusal {}

  private static final class Renamed implements Upcaster {
    @Override
    public void state(ObjectNode state) {
      state.set("count", state.remove("n"));
    }

    @Override
    public void command(ObjectNode command) {
      command.set("more", command.remove("n"));
    }

    @Override
    public void event(ObjectNode event) {
      event.set("more", event.remove("n"));
    }

    @Override
    public void rejection(ObjectNode rejection) {
      rejection.set("max", rejection.remove("n"));
    }
  }

  private static final class Measured implements Upcaster {
    @Override
    public void state(ObjectNode state) {
      state.put("unit", "posts");
    }
  }

  private static final AggregateType<Ask, Counter, Fact, Refusal> FIRST =
      new AggregateType<>(
          "counter",
          new Decider<>(
              new Counter(0, "posts"), (state, ask) -> Decision.accept(), (state, fact) -> state),
          Ask.class,
          Counter.class,
          Fact.class,
          Refusal.class,
          recorded -> List.of(),
          DueRule.nothing(),
          Policy.none(),
          OnErasure.keep());

  private static final AggregateType<Ask, Counter, Fact, Refusal> THIRD =
      FIRST.upcasting(List.of(new Renamed(), new Measured()));

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static final String STORED =
      "{\"state\":%s,\"sequence\":2,\"recordedAt\":\"1970-01-01T00:00:00Z\",\"positions\":\"\"}";

  @Test
  void what_is_written_says_its_version() {
    StoredAggregate<Counter> seven =
        new StoredAggregate<>(new Counter(7, "likes"), 2, Instant.EPOCH, "", null, null);
    assertThat(new String(THIRD.storedJson().encode(seven), StandardCharsets.UTF_8))
        .startsWith("3 {\"");
    assertThat(THIRD.storedJson().decode(THIRD.storedJson().encode(seven))).isEqualTo(seven);
    assertThat(new String(FIRST.commandJson().encode(new Add(1)), StandardCharsets.UTF_8))
        .startsWith("1 {\"");
  }

  @Test
  void a_stored_aggregate_of_any_version_is_read_as_the_newest() {
    assertThat(THIRD.storedJson().decode(bytes(STORED.formatted("{\"n\":7}"))).state())
        .as("bytes that say no version are of the first")
        .isEqualTo(new Counter(7, "posts"));
    assertThat(THIRD.storedJson().decode(bytes("1 " + STORED.formatted("{\"n\":7}"))).state())
        .isEqualTo(new Counter(7, "posts"));
    assertThat(THIRD.storedJson().decode(bytes("2 " + STORED.formatted("{\"count\":7}"))).state())
        .isEqualTo(new Counter(7, "posts"));
  }

  @Test
  void commands_and_outcomes_are_read_as_the_newest_too() {
    assertThat(THIRD.commandJson().decode(bytes("{\"@type\":\"Add\",\"n\":3}")))
        .isEqualTo(new Add(3));
    Outcome<Counter, Fact, Refusal> outcome =
        THIRD
            .outcomeJson()
            .decode(
                bytes(
                    "1 {\"family\":\"counter\",\"key\":\"o/counter\",\"commandId\":\"1\","
                        + "\"actor\":\"\",\"verdict\":\"ACCEPTED\","
                        + "\"recordedAt\":\"1970-01-01T00:00:00Z\",\"sequence\":1,"
                        + "\"refused\":{\"@type\":\"TooMany\",\"n\":9},"
                        + "\"events\":[{\"@type\":\"Added\",\"n\":3}],"
                        + "\"state\":{\"n\":3},\"positions\":\"\"}"));
    assertThat(outcome.events()).containsExactly(new Added(3));
    assertThat(outcome.rejection()).isEqualTo(new TooMany(9));
    assertThat(outcome.state()).isEqualTo(new Counter(3, "posts"));
  }

  @Test
  void a_later_versions_bytes_are_not_guessed_at() {
    byte[] later = THIRD.commandJson().encode(new Add(1));
    assertThatThrownBy(() -> FIRST.commandJson().decode(later))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("version of a record: 3 (expected: 1 to 1)");
  }

  @Test
  void a_component_is_found_in_any_version() {
    assertThat(SealedJson.textOf(bytes("{\"family\":\"name\"}"), "family")).isEqualTo("name");
    assertThat(SealedJson.textOf(bytes("12 {\"family\":\"name\"}"), "family")).isEqualTo("name");
  }
}
