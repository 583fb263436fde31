package isegoria.timeline.home.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import isegoria.accounts.SanctionsInForce;
import isegoria.accounts.ViewerFilters;
import isegoria.api.Origin;
import isegoria.api.paging.Page;
import isegoria.timeline.feed.http.PageTimers;
import isegoria.timeline.feed.http.Pages;
import isegoria.timeline.feed.memory.NoPosts;
import isegoria.timeline.feed.memory.RecentLog;
import isegoria.timeline.feed.memory.RelationGraph;
import isegoria.timeline.feed.memory.SanctionRestrictions;
import isegoria.timeline.feed.read.EntryLog;
import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.Reader;
import isegoria.timeline.feed.read.Visibility;
import isegoria.timeline.feed.read.relation.Follow;
import isegoria.timeline.feed.read.relation.Relation;
import isegoria.timeline.feed.read.relation.Side;
import isegoria.timeline.home.read.FeedCosts;
import isegoria.timeline.home.read.HomeCandidates;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class GetHomeTest {

  private static final long ANA = 1;
  private static final long BO = 2;
  private static final long SOMEBODY = 3;
  private static final long NEWEST = 900_000;

  private final RelationGraph graph = new RelationGraph(Clock.systemUTC());
  private final RecentLog recent = new RecentLog(10);

  /** Somebody who answers others and does nothing else: homes of those who follow show none. */
  private record Answering() implements EntryLog {
    @Override
    public Slice older(Reader reader, long olderThan, int wanted) {
      long from = Math.min(olderThan - 1, NEWEST);
      long to = Math.max(1, from - wanted + 1);
      return new Slice(entries(to, from).reversed(), to, to == 1);
    }

    @Override
    public Slice newer(Reader reader, long newerThan, int wanted) {
      long to = Math.min(newerThan + wanted, NEWEST);
      return new Slice(entries(newerThan + 1, to), to, to == NEWEST);
    }

    private static List<FeedEntry> entries(long from, long to) {
      return LongStream.rangeClosed(from, to)
          .mapToObj(id -> FeedEntry.post(id, BO, SOMEBODY, Visibility.PUBLIC, ""))
          .toList();
    }
  }

  private GetHome home() {
    graph.set(new Relation(ANA, BO, Side.following(Follow.WHOLE), Side.NOTHING));
    recent.missing(NEWEST + 1);
    var posts = new NoPosts();
    var sanctions = new SanctionRestrictions(new SanctionsInForce(), Clock.systemUTC());
    var times = new PageTimers(new SimpleMeterRegistry());
    return new GetHome(
        graph,
        _ -> List.of(),
        sanctions,
        new HomeCandidates.Sources(
            recent, _ -> null, _ -> List.of(), new Answering(), posts, new FeedCosts(() -> 0)),
        _ -> {},
        Pages.of(
            posts,
            _ -> Map.of(),
            sanctions,
            new ViewerFilters(Clock.systemUTC()),
            new Origin("https://here.example"),
            times),
        times);
  }

  @Test
  void a_page_that_looked_enough_leads_to_the_next_one_until_the_feed_ends() {
    GetHome home = home();
    List<String> cursors = home.page(ANA, Page.first(20)).cursors();
    int pages = 1;
    while (!cursors.isEmpty()) {
      long olderThan = Long.parseLong(cursors.getLast());
      cursors = home.page(ANA, new Page(20, olderThan, Page.OLDEST, false)).cursors();
      pages++;
    }
    assertThat(pages).isBetween(10, 30);
  }

  @Test
  void one_that_reads_upwards_leads_on_in_the_same_way() {
    List<String> cursors = home().page(ANA, new Page(20, Page.NEWEST, 1, true)).cursors();
    assertThat(cursors).hasSize(1);
    assertThat(Long.parseLong(cursors.getFirst())).isGreaterThan(10_000);
  }

  @Test
  void where_nothing_is_between_two_ids_the_page_ends() {
    assertThat(home().page(ANA, new Page(20, 500, 400, false)).cursors()).isEmpty();
  }
}
