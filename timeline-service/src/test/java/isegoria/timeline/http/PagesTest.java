package isegoria.timeline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import isegoria.api.Origin;
import isegoria.api.paging.Page;
import isegoria.timeline.memory.NoAccounts;
import isegoria.timeline.memory.NoPosts;
import isegoria.timeline.memory.RelationGraph;
import isegoria.timeline.memory.SanctionBook;
import isegoria.timeline.read.feed.Cut;
import isegoria.timeline.read.feed.FeedEntry;
import isegoria.timeline.read.feed.Slot;
import java.time.Clock;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class PagesTest {

  private static final long NEWEST = 5_000;

  private final Pages pages =
      Pages.of(
          new NoPosts(),
          new NoAccounts(),
          new SanctionBook(Clock.systemUTC()),
          new Origin("https://here.example"),
          new PageTimes(new SimpleMeterRegistry()));

  /** A feed of posts that are all gone. */
  private static Cut cut(Page page) {
    LongStream ids = LongStream.rangeClosed(1, NEWEST).filter(page::isWithin);
    List<Slot> newestFirst =
        page.of(ids.boxed().toList().reversed(), Long::longValue).stream()
            .map(Slot::ofPost)
            .toList();
    return Cut.of(newestFirst);
  }

  private List<String> cursors(Page page) {
    var reader = new RelationGraph(Clock.systemUTC()).reader(FeedEntry.NOBODY);
    return pages.read(PagesTest::cut, page, reader, (_, _) -> true).cursors();
  }

  @Test
  void a_page_that_found_nothing_in_so_many_places_leads_on_until_the_feed_ends() {
    List<String> cursors = cursors(Page.first(20));
    int read = 1;
    while (!cursors.isEmpty()) {
      assertThat(cursors).hasSize(1);
      cursors = cursors(new Page(20, Long.parseLong(cursors.getLast()), Page.OLDEST, false));
      read++;
    }
    assertThat(read).isEqualTo((int) (NEWEST / Pages.LOOKED_AT_MAX) + 1);
  }

  @Test
  void upwards_it_leads_on_as_well() {
    assertThat(cursors(new Page(20, Page.NEWEST, 10, true)))
        .containsExactly(Long.toString(10 + Pages.LOOKED_AT_MAX));
  }
}
