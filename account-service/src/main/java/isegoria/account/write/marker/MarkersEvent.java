package isegoria.account.write.marker;

import isegoria.eventsourcing.StoredName;
import java.time.Instant;

/** What can happen to the markers of an account. */
public sealed interface MarkersEvent {

  @StoredName("MarkerMoved")
  record MarkerMoved(MarkedTimeline timeline, long lastRead, Instant at) implements MarkersEvent {}

  /** They went with their account. */
  @StoredName("MarkersErased")
  record MarkersErased() implements MarkersEvent {}
}
