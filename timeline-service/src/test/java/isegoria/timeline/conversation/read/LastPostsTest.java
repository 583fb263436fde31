package isegoria.timeline.conversation.read;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.timeline.conversation.write.ConversationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class LastPostsTest {

  private final List<List<Long>> asked = new ArrayList<>();

  private static ConversationRow row(long number, Long... posts) {
    return new ConversationRow(new ConversationId(number, 0), List.of(), 0, List.of(posts));
  }

  private Function<List<Long>, Map<Long, String>> showing(Long... posts) {
    Set<Long> all = Set.of(posts);
    return ids -> {
      asked.add(ids);
      return ids.stream()
          .filter(all::contains)
          .collect(Collectors.toMap(Function.identity(), id -> "post " + id));
    };
  }

  @Test
  void where_the_newest_are_shown_no_other_is_loaded() {
    var one = row(1, 9L, 5L);
    var other = row(2, 8L, 7L, 6L);
    assertThat(LastPosts.of(List.of(one, other), showing(9L, 8L, 7L)))
        .isEqualTo(Map.of(one, "post 9", other, "post 8"));
    assertThat(asked).containsExactly(List.of(9L, 8L));
  }

  @Test
  void the_one_before_stands_in_for_those_that_are_not_shown() {
    var one = row(1, 9L, 5L);
    var other = row(2, 8L, 7L, 6L, 4L);
    var gone = row(3, 3L);
    assertThat(LastPosts.of(List.of(one, other, gone), showing(9L, 4L, 6L)))
        .isEqualTo(Map.of(one, "post 9", other, "post 6"));
    assertThat(asked).containsExactly(List.of(9L, 8L, 3L), List.of(7L, 6L, 4L));
  }
}
