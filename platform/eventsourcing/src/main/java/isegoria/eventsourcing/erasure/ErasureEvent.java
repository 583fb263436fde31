package isegoria.eventsourcing.erasure;

import isegoria.eventsourcing.StoredName;
import isegoria.eventsourcing.erasure.StorePage.Target;
import java.time.Instant;
import java.util.List;

/** What happened in the erasure of one owner. */
public sealed interface ErasureEvent {

  @StoredName("ErasureBegun")
  record ErasureBegun(Instant at) implements ErasureEvent {}

  /** These are asked to end, and the keys behind {@code last} are next. */
  @StoredName("PageErased")
  record PageErased(List<Target> targets, String last, Instant at) implements ErasureEvent {
    public PageErased {
      targets = List.copyOf(targets);
    }
  }

  /** These are asked to end, and all keys are looked at once more. */
  @StoredName("PassEnded")
  record PassEnded(List<Target> targets, Instant at) implements ErasureEvent {
    public PassEnded {
      targets = List.copyOf(targets);
    }
  }

  @StoredName("OwnerErased")
  record OwnerErased(long left) implements ErasureEvent {}
}
