package isegoria.post.write.post;

import java.util.ArrayList;
import java.util.List;

/** Former revisions, oldest first, and how many of them are kept. */
final class Revisions {

  /** Former revisions kept: what a reader can compare; an author may edit for ever. */
  static final int KEPT_MAX = 50;

  /** Characters of all former revisions: a third of what one Kafka record may hold in UTF-8. */
  static final int KEPT_CHARACTERS_MAX = 100_000;

  private Revisions() {}

  /** With one more; the oldest go first when there are too many. */
  static List<Revision> with(List<Revision> former, Revision last) {
    var kept = new ArrayList<Revision>();
    kept.add(last);
    int characters = last.characters();
    for (Revision revision : former.reversed()) {
      characters += revision.characters();
      if (kept.size() == KEPT_MAX || characters > KEPT_CHARACTERS_MAX) {
        break;
      }
      kept.add(revision);
    }
    return List.copyOf(kept.reversed());
  }
}
