package isegoria.post.read.thread;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.events.PostId;
import isegoria.post.read.thread.PostThread.Bounds;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
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
  void a_wide_thread_is_read_no_further_than_it_is_told() {
    var wide = new HashMap<PostId, List<PostId>>();
    List<PostId> level = LongStream.range(1_000, 1_100).mapToObj(PostId::new).toList();
    wide.put(id(1), level);
    level.forEach(parent ->
        wide.put(
            parent,
            LongStream.range(0, 1_000).mapToObj(n -> id(parent.value() * 1_000 + n)).toList()));
    var asked = new AtomicInteger();
    ReplyTable counting =
        (parents, limitEach) -> {
          var found = new Answers(wide).to(parents, limitEach);
          found.values().forEach(each -> asked.addAndGet(each.size()));
          return found;
        };
    assertThat(PostThread.below(id(1), new Bounds(10, 200, 10), counting)).hasSize(200);
    // A hundred, and then a hundred for each of the parents that are asked at once.
    assertThat(asked).hasValueLessThanOrEqualTo(100 + 32 * 100);
  }

  @Test
  void a_circle_ends() {
    var circle = new Answers(Map.of(id(1), ids(2), id(2), ids(1)));
    assertThat(PostThread.below(id(1), new Bounds(10, 10, 10), circle)).hasSizeLessThan(11);
  }
}
