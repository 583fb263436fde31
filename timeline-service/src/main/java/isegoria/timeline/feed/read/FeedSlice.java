package isegoria.timeline.feed.read;

import java.util.List;
import java.util.OptionalLong;

/**
 * The entries of a feed that one read found for a page.
 *
 * @param slots newest first
 * @param leftOff the id up to which the look saw everything, where it found fewer than were asked
 *     for and the feed goes on; empty where it found them all or the feed ends
 */
public record FeedSlice(List<Slot> slots, OptionalLong leftOff) {
  public FeedSlice {
    slots = List.copyOf(slots);
  }

  /** A cut that is short only where the feed ends. */
  public static FeedSlice of(List<Slot> slots) {
    return new FeedSlice(slots, OptionalLong.empty());
  }
}
