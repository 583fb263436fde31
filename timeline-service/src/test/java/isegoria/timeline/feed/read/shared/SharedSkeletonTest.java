package isegoria.timeline.feed.read.shared;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.api.paging.Page;
import isegoria.api.paging.PageOf;
import isegoria.timeline.feed.read.FeedSlice;
import isegoria.timeline.feed.read.Slot;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Several feeds read as one lead on from where the first of them left off. */
final class SharedSkeletonTest {

  private static final SharedFeed CATS = SharedFeed.ofTag("cats");
  private static final SharedFeed DOGS = SharedFeed.ofTag("dogs");
  private static final Page DOWN = new Page(4, Page.NEWEST, Page.OLDEST, false);
  private static final Page UP = new Page(4, Page.NEWEST, Page.OLDEST, true);

  private static FeedSlice cut(Page page, PageOf<Long> cats, PageOf<Long> dogs) {
    var looks = Map.of(CATS, cats, DOGS, dogs);
    SharedFeeds feeds = (feed, _) -> looks.getOrDefault(feed, cats);
    return new SharedSkeleton(feeds, List.of(CATS, DOGS)).cut(page);
  }

  private static PageOf<Long> ended(Long... ids) {
    return new PageOf<>(List.of(ids), OptionalLong.empty());
  }

  private static PageOf<Long> leftOff(long reached, Long... ids) {
    return new PageOf<>(List.of(ids), OptionalLong.of(reached));
  }

  private static List<Long> ids(FeedSlice cut) {
    return cut.slots().stream().map(Slot::postId).toList();
  }

  @Test
  void feeds_that_were_read_whole_are_merged_and_end() {
    FeedSlice cut = cut(DOWN, ended(9L, 5L), ended(9L, 7L));
    assertThat(ids(cut)).containsExactly(9L, 7L, 5L);
    assertThat(cut.leftOff()).isEmpty();
  }

  @Test
  void beyond_where_one_feed_left_off_the_others_are_not_next_yet() {
    FeedSlice cut = cut(DOWN, leftOff(6, 9L), ended(8L, 5L, 3L));
    assertThat(ids(cut)).containsExactly(9L, 8L);
    assertThat(cut.leftOff()).hasValue(6);
  }

  @Test
  void upwards_the_nearest_end_of_a_look_counts() {
    FeedSlice cut = cut(UP, leftOff(4, 2L), leftOff(7, 6L, 3L));
    assertThat(ids(cut)).containsExactly(3L, 2L);
    assertThat(cut.leftOff()).hasValue(4);
  }

  @Test
  void a_page_that_is_full_goes_on_from_its_last_entry() {
    FeedSlice cut = cut(DOWN, leftOff(2, 9L, 8L), ended(7L, 6L, 5L));
    assertThat(ids(cut)).containsExactly(9L, 8L, 7L, 6L);
    assertThat(cut.leftOff()).isEmpty();
  }
}
