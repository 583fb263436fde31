package isegoria.timeline.feed.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import isegoria.accounts.Accounts;
import isegoria.accounts.KnownAccount;
import isegoria.accounts.SanctionsInForce;
import isegoria.accounts.ViewerFilters;
import isegoria.api.Origin;
import isegoria.api.paging.Page;
import isegoria.api.view.AccountCounts;
import isegoria.api.view.AccountProfile;
import isegoria.timeline.feed.memory.NoPosts;
import isegoria.timeline.feed.memory.RelationGraph;
import isegoria.timeline.feed.memory.SamplePosts;
import isegoria.timeline.feed.memory.SanctionRestrictions;
import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.FeedSlice;
import isegoria.timeline.feed.read.Skeleton;
import isegoria.timeline.feed.read.Slot;
import isegoria.timeline.feed.read.post.PostRow;
import isegoria.timeline.feed.read.post.PostTables;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class PagesTest {

  private static final long NEWEST = 5_000;

  private static final long AUTHOR = 1;

  private static Pages pages(PostTables posts) {
    return Pages.of(
        posts,
        new Authors(),
        new SanctionRestrictions(new SanctionsInForce(), Clock.systemUTC()),
        new ViewerFilters(Clock.systemUTC()),
        new Origin("https://here.example"),
        new PageTimers(new SimpleMeterRegistry()));
  }

  /** Of three posts one is there. */
  private static final class EveryThird extends NoPosts {
    @Override
    public Map<Long, PostRow> posts(Collection<Long> postIds) {
      return postIds.stream()
          .filter(id -> id % 3 == 0)
          .collect(Collectors.toMap(id -> id, id -> SamplePosts.post(id, AUTHOR, "words", 0)));
    }
  }

  private record Authors() implements Accounts {
    @Override
    public Map<Long, KnownAccount> find(Collection<Long> ids) {
      var ana =
          new AccountProfile(
              AUTHOR,
              "ana",
              "Ana",
              "",
              List.of(),
              "",
              "",
              false,
              false,
              null,
              true,
              null,
              "",
              Instant.EPOCH);
      return Map.of(AUTHOR, new KnownAccount(ana, AccountCounts.NONE));
    }
  }

  /** A feed of all posts that there ever were. */
  private static FeedSlice cut(Page page) {
    LongStream ids = LongStream.rangeClosed(1, NEWEST).filter(page::isWithin);
    List<Slot> newestFirst =
        page.of(ids.boxed().toList().reversed(), Long::longValue).stream()
            .map(Slot::ofPost)
            .toList();
    return FeedSlice.of(newestFirst);
  }

  private static Pages.Found read(PostTables posts, Skeleton feed, Page page) {
    var reader = new RelationGraph(Clock.systemUTC()).reader(FeedEntry.NO_ACCOUNT);
    return pages(posts).read(feed, page, reader, (_, _) -> true);
  }

  private static List<String> cursors(Page page) {
    return read(new NoPosts(), PagesTest::cut, page).cursors();
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

  @Test
  void pages_after_one_another_show_everything_that_is_there_once() {
    var shown = new ArrayList<String>();
    Page page = Page.first(20);
    Pages.Found found = read(new EveryThird(), PagesTest::cut, page);
    while (!found.cursors().isEmpty()) {
      found.statuses().forEach(status -> shown.add(status.id()));
      page = new Page(20, Long.parseLong(found.cursors().getLast()), Page.OLDEST, false);
      found = read(new EveryThird(), PagesTest::cut, page);
    }
    assertThat(shown)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, NEWEST)
                .filter(id -> id % 3 == 0)
                .mapToObj(Long::toString)
                .toList()
                .reversed());
  }

  @Test
  void a_look_that_left_off_beyond_the_page_leads_nowhere() {
    Skeleton beyond = _ -> new FeedSlice(List.of(), OptionalLong.of(500));
    assertThat(read(new NoPosts(), beyond, new Page(20, 100, 10, true)).cursors()).isEmpty();
    assertThat(read(new NoPosts(), beyond, new Page(20, 1_000, 10, true)).cursors())
        .containsExactly("500");
  }
}
