package isegoria.timeline.home.read;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.accounts.SanctionsInForce;
import isegoria.timeline.feed.memory.RecentLog;
import isegoria.timeline.feed.memory.SanctionRestrictions;
import isegoria.timeline.feed.read.EntryLog;
import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.FeedFact;
import isegoria.timeline.feed.read.Reader;
import isegoria.timeline.feed.read.Visibility;
import isegoria.timeline.feed.read.relation.Follow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class HomeCandidatesTest {

  private static final long ANA = 1;
  private static final long BO = 2;
  private static final long SOMEBODY = 3;

  /** Where a step into the authors' logs ends that finds no more in a month. */
  private static final long END_OF_MONTH = 1_000_000;

  private final Reader reader = new PlainReader(ANA, Map.of(BO, Follow.WHOLE), Set.of(), Set.of());
  private final RecentLog recent = new RecentLog(100);

  private HomeCandidates candidates(EntryLog logs) {
    var sources =
        new HomeCandidates.Sources(
            recent, _ -> null, _ -> List.of(), logs, posts -> posts, new FeedCosts(() -> 0));
    return HomeCandidates.of(
        reader, new SanctionRestrictions(new SanctionsInForce(), () -> Instant.EPOCH), sources);
  }

  private static FeedEntry post(long id) {
    return FeedEntry.post(id, BO, FeedEntry.NO_ACCOUNT, Visibility.PUBLIC, "");
  }

  /** What tables hold of one month, read in one step. */
  private record OneMonth(List<Long> ids) implements EntryLog {
    @Override
    public Slice older(Reader reader, long olderThan, int wanted) {
      Stream<Long> below = ids.stream().filter(id -> id < olderThan);
      return new Slice(below.map(HomeCandidatesTest::post).toList().reversed(), 0, true);
    }

    @Override
    public Slice newer(Reader reader, long newerThan, int wanted) {
      Stream<Long> above = ids.stream().filter(id -> id > newerThan);
      return new Slice(above.map(HomeCandidatesTest::post).toList(), END_OF_MONTH, false);
    }
  }

  @Test
  void what_is_in_memory_is_not_taken_from_logs_that_may_lag() {
    recent.missing(50);
    recent.accept(new FeedFact.Appeared(post(100)));
    recent.accept(new FeedFact.Appeared(post(101)));
    var lagging = new OneMonth(List.of(45L, 101L));
    assertThat(candidates(lagging).newer(40, 10))
        .extracting(FeedEntry::id)
        .containsExactly(45L, 100L, 101L);
  }

  /** An author who has answered others, and nothing else, ever since one first post. */
  private static final class Answering implements EntryLog {
    private static final long FIRST = 1;
    private final int newest;
    private int steps;

    Answering(int newest) {
      this.newest = newest;
    }

    @Override
    public Slice older(Reader reader, long olderThan, int wanted) {
      steps++;
      long from = Math.min(olderThan - 1, newest);
      long to = Math.max(FIRST, from - wanted + 1);
      List<FeedEntry> entries =
          LongStream.rangeClosed(to, from).mapToObj(Answering::entry).toList().reversed();
      return new Slice(entries, to, to == FIRST);
    }

    @Override
    public Slice newer(Reader reader, long newerThan, int wanted) {
      steps++;
      long to = Math.min(newerThan + wanted, newest);
      return new Slice(
          LongStream.rangeClosed(newerThan + 1, to).mapToObj(Answering::entry).toList(),
          to,
          to == newest);
    }

    private static FeedEntry entry(long id) {
      long answered = id == FIRST ? FeedEntry.NO_ACCOUNT : SOMEBODY;
      return FeedEntry.post(id, BO, answered, Visibility.PUBLIC, "");
    }
  }

  @Test
  void a_page_leaves_off_after_so_many_steps_and_the_next_one_goes_on_from_there() {
    recent.missing(1_000_000);
    var answering = new Answering(500_000);
    var found = new ArrayList<FeedEntry>();
    OptionalLong cursor = OptionalLong.of(Long.MAX_VALUE);
    int pages = 0;
    while (cursor.isPresent()) {
      HomeCandidates page = candidates(answering);
      found.addAll(page.older(cursor.getAsLong(), 0, 60));
      cursor = page.leftOffDown();
      pages++;
      assertThat(answering.steps).isLessThanOrEqualTo(pages * HomeCandidates.STEPS_MAX);
    }
    assertThat(found).extracting(FeedEntry::id).containsExactly(1L);
    assertThat(pages).isBetween(5, 20);
  }

  @Test
  void looking_up_leaves_off_in_the_same_way() {
    recent.missing(1_000_000);
    var answering = new Answering(500_000);
    HomeCandidates page = candidates(answering);
    assertThat(page.newer(1, 20)).isEmpty();
    assertThat(answering.steps).isEqualTo(HomeCandidates.STEPS_MAX);
    assertThat(page.leftOffUp().orElseThrow()).isBetween(50_000L, 70_000L);
  }

  @Test
  void who_has_a_few_answers_to_pass_over_gets_to_the_post_behind_them() {
    recent.missing(1_000_000);
    HomeCandidates page = candidates(new Answering(30_000));
    assertThat(page.older(Long.MAX_VALUE, 0, 60)).extracting(FeedEntry::id).containsExactly(1L);
    assertThat(page.leftOffDown()).isEmpty();
  }

  @Test
  void nothing_is_looked_for_below_what_the_client_has() {
    recent.missing(1_000_000);
    var answering = new Answering(500_000);
    HomeCandidates page = candidates(answering);
    assertThat(HomeSkeleton.newest(page, Long.MAX_VALUE, 499_990, 20)).isEmpty();
    assertThat(answering.steps).isEqualTo(1);
    assertThat(page.leftOffDown()).isEmpty();
  }
}
