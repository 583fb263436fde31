package isegoria.post.read.thread;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.events.PostId;
import isegoria.post.read.thread.PostThread.Bounds;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class PostThreadTest {

  /** Answers that a test states. */
  private record Answers(Map<PostId, List<PostId>> byParent) implements ReplyTable {
    @Override
    public Map<PostId, List<PostId>> to(Collection<PostId> parents, int limitEach) {
      var found = new HashMap<PostId, List<PostId>>();
      parents.forEach(parent ->
          found.put(
              parent, byParent.getOrDefault(parent, List.of()).stream().limit(limitEach).toList()));
      return found;
    }
  }

  private static PostId id(long value) {
    return new PostId(value);
  }

  private static List<PostId> ids(long... values) {
    return LongStream.of(values).mapToObj(PostId::new).toList();
  }

  @Test
  void an_answer_comes_right_after_what_it_answers() {
    var answers = new Answers(Map.of(id(1), ids(2, 3), id(2), ids(4, 6), id(4), ids(5)));
    assertThat(PostThread.below(id(1), Bounds.VIEWER, answers)).isEqualTo(ids(2, 4, 5, 6, 3));
  }

  @Test
  void a_stranger_sees_so_many_and_so_deep() {
    var chain = new HashMap<PostId, List<PostId>>();
    for (long i = 1; i < 100; i++) {
      chain.put(id(i), ids(i + 1));
    }
    assertThat(PostThread.below(id(1), Bounds.STRANGER, new Answers(chain)))
        .hasSize(Bounds.STRANGER.depthMax());
    var fan = new Answers(Map.of(id(1), LongStream.range(2, 200).mapToObj(PostId::new).toList()));
    assertThat(PostThread.below(id(1), Bounds.STRANGER, fan))
        .hasSize(Bounds.STRANGER.descendantsMax());
  }

  @Test
  void a_circle_ends() {
    var circle = new Answers(Map.of(id(1), ids(2), id(2), ids(1)));
    assertThat(PostThread.below(id(1), new Bounds(10, 10, 10), circle)).hasSizeLessThan(11);
  }
}
