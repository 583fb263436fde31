package isegoria.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.erasure.Erasure;
import isegoria.eventsourcing.erasure.ErasureCommand;
import isegoria.eventsourcing.erasure.ErasureDecider;
import isegoria.eventsourcing.erasure.ErasureEvent;
import isegoria.eventsourcing.erasure.StorePage;
import isegoria.eventsourcing.erasure.StorePage.Target;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The marker of an erased owner, which every service keeps for ever. */
final class StoredErasureTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Target POST = new Target("post", "1/post/7");

  private final AggregateType<ErasureCommand, Erasure, ErasureEvent, Void> erasure =
      ErasureDecider.of(List.of());
  private final Map<String, List<ErasureEvent>> histories = new LinkedHashMap<>();
  private final Map<String, ErasureCommand> commands = new LinkedHashMap<>();

  @Test
  void it_is_read_in_every_version() {
    ErasureEvent begun = new ErasureEvent.ErasureBegun(NOON);
    ErasureEvent page = new ErasureEvent.PageErased(List.of(POST), "1/post/7", NOON);
    ErasureEvent pass = new ErasureEvent.PassEnded(List.of(POST), NOON);
    histories.put("nothing", List.of());
    histories.put("begun", List.of(begun));
    histories.put("a page", List.of(begun, page));
    histories.put("a pass", List.of(begun, page, pass));
    histories.put("erased", List.of(begun, page, pass, new ErasureEvent.OwnerErased(0)));
    commands.put("begin", new ErasureCommand.Begin(NOON));
    commands.put(
        "a page", new ErasureCommand.Continue(1, new StorePage(List.of(POST), "1/post/7", NOON)));
    commands.put(
        "the last page", new ErasureCommand.Continue(1, new StorePage(List.of(), null, NOON)));
    StoredGolden.matches(erasure, histories, commands);
  }

  @Test
  void bytes_that_changed_under_their_version_are_found() {
    histories.put("begun", List.of(new ErasureEvent.ErasureBegun(NOON.plusSeconds(1))));
    assertThatThrownBy(() -> StoredGolden.matches(erasure, histories, commands))
        .isInstanceOf(AssertionError.class);
  }
}
