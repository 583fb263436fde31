package isegoria.timeline.feed.memory;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.timeline.feed.read.Buckets;
import isegoria.timeline.feed.read.post.Engagement;
import isegoria.timeline.feed.read.post.PostChange;
import isegoria.timeline.feed.read.post.PostRow;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PostCacheTest {
  private static final long ANA = 1;
  private static final long POST = Instant.parse("2026-05-05T00:00:00Z").toEpochMilli() << 16;
  private static final int MAY = Buckets.monthOf(POST);
  private static final Engagement LIKED = new Engagement(true, false, false, false);

  private final Rows rows = new Rows();
  private final PostCache posts = new PostCache(rows, 1_000_000);

  /** One viewer's marks; no posts, counts or pins. */
  private static final class Rows extends NoPosts {
    private final Map<Long, Engagement> marks = new HashMap<>();

    @Override
    public Map<Long, Engagement> engagements(long actorId, int month) {
      return Map.copyOf(marks);
    }
  }

  PostCacheTest() {
    posts.tablesAreCurrent(true);
  }

  private static PostRow post(String text, int revision) {
    return SamplePosts.post(POST, ANA, text, revision);
  }

  @Test
  void a_post_is_shown_as_it_stands_and_not_when_it_is_gone() {
    posts.apply(new PostChange.PostStands(post("Hello", 1)));
    posts.apply(new PostChange.PostStands(post("Hello there", 2)));
    assertThat(posts.posts(List.of(POST))).isEqualTo(Map.of(POST, post("Hello there", 2)));
    assertThat(posts.among(Set.of(POST))).containsExactly(POST);
    posts.apply(new PostChange.PostGone(ANA, POST));
    assertThat(posts.posts(List.of(POST))).isEmpty();
    assertThat(posts.among(Set.of(POST))).isEmpty();
  }

  @Test
  void a_mark_is_added_to_the_month_that_was_loaded_and_taken_from_it() {
    rows.marks.put(POST + 1, LIKED);
    assertThat(posts.engagements(ANA, MAY)).isEqualTo(Map.of(POST + 1, LIKED));
    posts.apply(new PostChange.EngagementStands(ANA, POST, LIKED));
    assertThat(posts.engagements(ANA, MAY)).isEqualTo(Map.of(POST, LIKED, POST + 1, LIKED));
    posts.apply(new PostChange.EngagementStands(ANA, POST + 1, Engagement.NONE));
    assertThat(posts.engagements(ANA, MAY)).isEqualTo(Map.of(POST, LIKED));
  }

  @Test
  void a_month_that_was_never_loaded_comes_from_the_table_whole() {
    posts.apply(new PostChange.EngagementStands(ANA, POST, LIKED));
    rows.marks.put(POST, LIKED);
    rows.marks.put(POST + 1, LIKED);
    assertThat(posts.engagements(ANA, MAY)).hasSize(2);
  }

  @Test
  void after_a_rebuild_the_tables_are_asked_again() {
    assertThat(posts.engagements(ANA, MAY)).isEmpty();
    rows.marks.put(POST, LIKED);
    posts.clear();
    assertThat(posts.engagements(ANA, MAY)).isEqualTo(Map.of(POST, LIKED));
  }
}
