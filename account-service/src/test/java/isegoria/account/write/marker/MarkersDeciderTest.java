package isegoria.account.write.marker;

import static isegoria.account.write.marker.MarkedTimeline.HOME;
import static isegoria.account.write.marker.MarkedTimeline.NOTIFICATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import isegoria.account.kafka.AccountAggregates;
import isegoria.account.write.marker.MarkersCommand.Erase;
import isegoria.account.write.marker.MarkersCommand.Move;
import isegoria.account.write.marker.MarkersEvent.MarkerMoved;
import isegoria.account.write.marker.MarkersEvent.MarkersErased;
import isegoria.testkit.DeciderSpec;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MarkersDeciderTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final MarkerMoved AT_SEVEN = new MarkerMoved(HOME, 7, NOON);

  private final DeciderSpec<MarkersCommand, Markers, MarkersEvent, Void> markers =
      DeciderSpec.of(AccountAggregates.with((stream, words) -> "hash").settings().markers());

  @Test
  void a_marker_moves_on_and_back() {
    markers.given().when(new Move(7L, null, NOON)).then(AT_SEVEN);
    markers.given(AT_SEVEN).when(new Move(9L, null, LATER)).then(new MarkerMoved(HOME, 9, LATER));
    markers.given(AT_SEVEN).when(new Move(5L, null, LATER)).then(new MarkerMoved(HOME, 5, LATER));
    markers.given(AT_SEVEN).when(new Move(7L, null, LATER)).thenNothing();
  }

  @Test
  void each_timeline_has_its_own() {
    markers
        .given(AT_SEVEN)
        .when(new Move(8L, 3L, LATER))
        .then(new MarkerMoved(HOME, 8, LATER), new MarkerMoved(NOTIFICATIONS, 3, LATER));
  }

  @Test
  void the_version_counts_its_moves() {
    Markers after =
        MarkersDecider.MARKERS.evolve(
            Markers.NONE, List.of(AT_SEVEN, new MarkerMoved(HOME, 5, LATER)));
    assertThat(after.home()).isEqualTo(new Marker(5, 2, LATER));
    assertThat(after.notifications()).isNull();
  }

  @Test
  void markers_go_with_their_account() {
    markers.given(AT_SEVEN).when(new Erase()).then(new MarkersErased());
    markers.given().when(new Erase()).thenNothing();
  }
}
