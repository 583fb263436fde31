package isegoria.timeline.feed.read.author;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.accounts.SanctionsInForce;
import isegoria.api.paging.Page;
import isegoria.timeline.feed.memory.SanctionRestrictions;
import isegoria.timeline.feed.read.EntryLog.Slice;
import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.FeedSlice;
import isegoria.timeline.feed.read.Visibility;
import isegoria.timeline.feed.read.author.AuthorFeed.Choice;
import isegoria.timeline.home.read.PlainReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class AuthorFeedTest {
  private static final long AUTHOR = 1;
  private static final long NEWEST = 1_000_000;

  /** An author who never stopped posting; counts what is read of it. */
  private static final class Endless implements AuthorLog {
    private int read;

    @Override
    public Slice olderOf(long author, long olderThan, int wanted) {
      long from = Math.min(olderThan, NEWEST) - 1;
      return slice(LongStream.iterate(from, id -> id - 1), from - wanted + 1, wanted);
    }

    @Override
    public Slice newerOf(long author, long newerThan, int wanted) {
      return slice(LongStream.iterate(newerThan + 1, id -> id + 1), newerThan + wanted, wanted);
    }

    private Slice slice(LongStream ids, long reached, int wanted) {
      read += wanted;
      List<FeedEntry> entries =
          ids.limit(wanted)
              .mapToObj(
                  id -> FeedEntry.post(id, AUTHOR, FeedEntry.NO_ACCOUNT, Visibility.PUBLIC, "en"))
              .toList();
      return new Slice(entries, reached, false);
    }
  }

  private final Endless log = new Endless();

  private FeedSlice cut(boolean onlyMedia, Page page) {
    var reader = new PlainReader(2, Map.of(), Set.of(), Set.of());
    return new AuthorFeed(
            log,
            AUTHOR,
            reader,
            new SanctionRestrictions(new SanctionsInForce(), () -> Instant.EPOCH),
            new Choice(false, false, onlyMedia))
        .cut(page);
  }

  @Test
  void a_page_is_read_in_one_go_where_everything_is_shown() {
    assertThat(cut(false, Page.first(20)).slots()).hasSize(20);
    assertThat(log.read).isEqualTo(20);
  }

  @Test
  void where_nothing_is_shown_the_search_stops_and_tells_where() {
    FeedSlice down = cut(true, new Page(1, 10_000, Page.OLDEST, false));
    FeedSlice up = cut(true, new Page(1, Page.NEWEST, 5, true));
    assertThat(down.slots()).isEmpty();
    assertThat(up.slots()).isEmpty();
    assertThat(log.read).isLessThan(2 * (AuthorFeed.LOOKED_AT_MAX + 40) + 1);
    assertThat(down.leftOff().orElseThrow())
        .isBetween(10_000L - AuthorFeed.LOOKED_AT_MAX - 40, 10_000L - AuthorFeed.LOOKED_AT_MAX);
    assertThat(up.leftOff().orElseThrow())
        .isBetween(5L + AuthorFeed.LOOKED_AT_MAX, 5L + AuthorFeed.LOOKED_AT_MAX + 40);
  }

  @Test
  void where_the_page_ends_nothing_was_left_off() {
    assertThat(cut(true, new Page(1, 200, 100, false)).leftOff()).isEmpty();
  }
}
