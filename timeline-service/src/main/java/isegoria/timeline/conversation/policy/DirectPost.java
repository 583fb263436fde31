package isegoria.timeline.conversation.policy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A direct post as it was published, or as an edit left it.
 *
 * @param thread the first post of its thread
 */
public record DirectPost(long id, long author, long thread, List<Long> mentioned) {
  public DirectPost {
    mentioned = List.copyOf(mentioned);
  }

  /** All whom it concerns, its author too. */
  public Set<Long> participants() {
    var all = new TreeSet<>(mentioned);
    all.add(author);
    return all;
  }
}
