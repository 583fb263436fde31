package isegoria.account.write.marker;

import static isegoria.eventsourcing.Decision.accept;

import isegoria.account.write.marker.MarkersCommand.Erase;
import isegoria.account.write.marker.MarkersCommand.Move;
import isegoria.account.write.marker.MarkersEvent.MarkerMoved;
import isegoria.account.write.marker.MarkersEvent.MarkersErased;
import isegoria.eventsourcing.Decider;
import isegoria.eventsourcing.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of markers: the last write wins, so none is rejected. */
public final class MarkersDecider {

  public static final Decider<MarkersCommand, Markers, MarkersEvent, Void> MARKERS =
      new Decider<>(Markers.NONE, MarkersDecider::decide, MarkersDecider::evolve);

  private MarkersDecider() {}

  static Decision<MarkersEvent, Void> decide(Markers markers, MarkersCommand command) {
    return switch (command) {
      case Move to -> accept(moved(markers, to));

      case Erase _ when markers.equals(Markers.NONE) -> accept();
      case Erase _ -> accept(new MarkersErased());
    };
  }

  private static List<MarkersEvent> moved(Markers markers, Move to) {
    List<MarkersEvent> events = new ArrayList<>();
    add(events, markers, MarkedTimeline.HOME, to.home(), to.at());
    add(events, markers, MarkedTimeline.NOTIFICATIONS, to.notifications(), to.at());
    return events;
  }

  private static void add(
      List<MarkersEvent> events,
      Markers markers,
      MarkedTimeline timeline,
      @Nullable Long to,
      Instant at) {
    Marker before = markers.in(timeline);
    if (to != null && (before == null || before.lastRead() != to)) {
      events.add(new MarkerMoved(timeline, to, at));
    }
  }

  static Markers evolve(Markers markers, MarkersEvent event) {
    return switch (event) {
      case MarkerMoved e -> {
        Marker before = markers.in(e.timeline());
        long version = before == null ? 1 : before.version() + 1;
        yield markers.with(e.timeline(), new Marker(e.lastRead(), version, e.at()));
      }
      case MarkersErased _ -> Markers.NONE;
    };
  }
}
