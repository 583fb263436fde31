package isegoria.eventsourcing.erasure;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bounded look at the aggregates of one owner.
 *
 * @param left those of them that an erasure would change
 * @param last the last key looked at; null when there is none behind it
 */
public record StorePage(List<Target> left, @Nullable String last, Instant readAt) {

  public StorePage {
    left = List.copyOf(left);
  }

  /** An aggregate by its type and its key. */
  public record Target(String aggregateType, String key) {}
}
