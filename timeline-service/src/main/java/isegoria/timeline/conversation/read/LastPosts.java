package isegoria.timeline.conversation.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Of each conversation the newest post that its owner is shown: of most it is the very newest. */
public final class LastPosts {

  private LastPosts() {}

  /**
   * Of those that show one.
   *
   * @param shown those of some posts that are shown, by id
   */
  public static <V> Map<ConversationRow, V> of(
      List<ConversationRow> rows, Function<List<Long>, Map<Long, V>> shown) {
    var last = new HashMap<ConversationRow, V>();
    add(last, rows, shown.apply(rows.stream().map(row -> row.posts().getFirst()).toList()));
    List<ConversationRow> rest = rows.stream().filter(row -> !last.containsKey(row)).toList();
    List<Long> before = rest.stream().flatMap(row -> row.posts().stream().skip(1)).toList();
    if (!before.isEmpty()) {
      add(last, rest, shown.apply(before));
    }
    return last;
  }

  private static <V> void add(
      Map<ConversationRow, V> last, List<ConversationRow> rows, Map<Long, V> shown) {
    for (ConversationRow row : rows) {
      row.posts().stream()
          .filter(shown::containsKey)
          .findFirst()
          .ifPresent(post -> last.put(row, Objects.requireNonNull(shown.get(post))));
    }
  }
}
