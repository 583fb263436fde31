package isegoria.timeline.feed.read.live;

import org.jspecify.annotations.Nullable;

/**
 * Where a feature says what open streams of this instance are to hear. Every instance has streams
 * of its own, so an event is published on each: by the tail that brought it there, once this
 * instance's pages show what the event tells.
 */
public interface StreamEvents {

  /** Whether any open stream listens to this: without one, an event need not be rendered. */
  boolean isHeard(StreamKey key);

  /**
   * Sends an event to all who listen; it never blocks and never fails.
   *
   * @param event its name, such as {@code notification}
   * @param payload its JSON or its id, as text; null for an event without one
   */
  void publish(StreamKey key, String event, @Nullable String payload);

  /** Ends all streams: something could not be told, and clients load it when they come again. */
  void endForReload();
}
