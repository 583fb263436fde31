package isegoria.timeline.read.home;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.timeline.memory.RecentLog;
import isegoria.timeline.memory.SanctionBook;
import isegoria.timeline.read.feed.EntryLog;
import isegoria.timeline.read.feed.FeedEntry;
import isegoria.timeline.read.feed.FeedFact;
import isegoria.timeline.read.feed.Reader;
import isegoria.timeline.read.feed.Visibility;
import isegoria.timeline.read.relation.Follow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class HomeCandidatesTest {

  private static final long ANA = 1;
  private static final long BO = 2;

  /** Where a step into the authors' logs ends that finds no more in a month. */
  private static final long END_OF_MONTH = 1_000_000;

  private final Reader reader = new PlainReader(ANA, Map.of(BO, Follow.WHOLE), Set.of(), Set.of());
  private final RecentLog recent = new RecentLog(100);

  private HomeCandidates candidates(EntryLog logs) {
    var sources =
        new HomeCandidates.Sources(
            recent, _ -> null, _ -> List.of(), logs, posts -> posts, new FeedCosts(() -> 0));
    return HomeCandidates.of(reader, new SanctionBook(() -> Instant.EPOCH), sources);
  }

  private static FeedEntry post(long id) {
    return FeedEntry.post(id, BO, FeedEntry.NOBODY, Visibility.PUBLIC, "");
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
}
