package isegoria.timeline.conversation.read;

import java.util.List;

/**
 * A page that was found.
 *
 * @param shown newest first
 * @param cursors by which the pages around it are found, newest first
 */
public record FoundConversations<V>(List<V> shown, List<String> cursors) {
  public FoundConversations {
    shown = List.copyOf(shown);
    cursors = List.copyOf(cursors);
  }
}
