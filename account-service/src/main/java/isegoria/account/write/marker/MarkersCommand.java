package isegoria.account.write.marker;

import isegoria.eventsourcing.StoredName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What may be asked of the markers of an account. */
public sealed interface MarkersCommand {

  /** Moves one marker or both, forwards or back; null stays where it is. */
  @StoredName("MoveMarkers")
  record Move(@Nullable Long home, @Nullable Long notifications, Instant at)
      implements MarkersCommand {}

  /** Their account is erased. */
  @StoredName("EraseMarkers")
  record Erase() implements MarkersCommand {}
}
