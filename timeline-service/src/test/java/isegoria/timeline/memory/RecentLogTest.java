package isegoria.timeline.memory;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.timeline.read.feed.FeedEntry;
import isegoria.timeline.read.feed.FeedFact;
import isegoria.timeline.read.feed.Reader;
import isegoria.timeline.read.feed.Visibility;
import isegoria.timeline.read.relation.Follow;
import isegoria.timeline.read.relation.Relation;
import isegoria.timeline.read.relation.Side;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class RecentLogTest {

  private static final long ANA = 1;
  private static final long BO = 2;
  private static final long CY = 3;

  private final RelationGraph graph = new RelationGraph(InstantSource.fixed(Instant.EPOCH));

  RecentLogTest() {
    graph.set(new Relation(ANA, BO, Side.following(Follow.WHOLE), Side.NOTHING));
  }

  @Test
  void entries_arriving_in_any_order_are_read_in_order_of_their_ids() {
    var random = new SplittableRandom(7);
    var log = new RecentLog(100_000);
    var expected = new TreeMap<Long, FeedEntry>();
    for (int i = 0; i < 20_000; i++) {
      long id = 1 + random.nextLong(50_000);
      var entry = FeedEntry.post(id, random.nextBoolean() ? BO : CY, 0, Visibility.PUBLIC, "");
      if (expected.putIfAbsent(id, entry) == null || random.nextInt(10) == 0) {
        log.accept(new FeedFact.Appeared(expected.get(id)));
      }
    }
    List<Long> wanted =
        expected.values().stream().filter(e -> e.actorId() == BO).map(FeedEntry::id).toList();
    assertThat(log.size()).isEqualTo(expected.size());
    assertThat(down(log)).isEqualTo(wanted.reversed());
    assertThat(up(log)).isEqualTo(wanted);
  }

  @Test
  void a_removed_post_is_gone_with_its_boosts_and_does_not_come_back() {
    var log = new RecentLog(100);
    FeedEntry post = FeedEntry.post(10, BO, 0, Visibility.PUBLIC, "");
    log.accept(new FeedFact.Appeared(post));
    log.accept(new FeedFact.Appeared(FeedEntry.boost(11, BO, 10, BO, Visibility.PUBLIC)));
    log.accept(new FeedFact.Appeared(FeedEntry.post(12, BO, 0, Visibility.PUBLIC, "")));
    log.accept(new FeedFact.Removed(10));
    log.accept(new FeedFact.Appeared(post));
    assertThat(down(log)).containsExactly(12L);
  }

  @Test
  void what_is_forgotten_is_said_to_be_missing() {
    var log = new RecentLog(5_000);
    for (long id = 1; id <= 9_000; id++) {
      log.accept(new FeedFact.Appeared(FeedEntry.post(id, BO, 0, Visibility.PUBLIC, "")));
    }
    assertThat(log.size()).isLessThanOrEqualTo(5_000);
    assertThat(log.missingUpTo()).isEqualTo(9_000 - log.size());
    var last = log.scanDown(reader(), log.missingUpTo() + 2, 10, 1_000).found();
    assertThat(last.entries()).hasSize(1);
    assertThat(last.ended()).isFalse();
  }

  @Test
  void an_entry_comes_back_as_it_went_in() {
    var log = new RecentLog(10);
    var direct = new FeedEntry(5, BO, 0, 0, CY, Visibility.DIRECT, "pt-BR", true, List.of(ANA, CY));
    var boost = FeedEntry.boost(6, BO, 4, CY, Visibility.UNLISTED);
    log.accept(new FeedFact.Appeared(direct));
    log.accept(new FeedFact.Appeared(boost));
    assertThat(log.scanDown(reader(), Long.MAX_VALUE, 9, 9).found().entries())
        .containsExactly(boost, direct);
    log.accept(new FeedFact.Readdressed(5, List.of()));
    assertThat(log.scanUp(reader(), 0, 1).found().entries())
        .containsExactly(direct.mentioning(List.of()));
  }

  private Reader reader() {
    return graph.reader(ANA);
  }

  private List<Long> down(RecentLog log) {
    var read = new ArrayList<Long>();
    long cursor = Long.MAX_VALUE;
    while (true) {
      var slice = log.scanDown(reader(), cursor, 7, 100).found();
      slice.entries().forEach(e -> read.add(e.id()));
      cursor = slice.reached();
      if (slice.ended()) {
        return read;
      }
    }
  }

  private List<Long> up(RecentLog log) {
    var read = new ArrayList<Long>();
    long cursor = 0;
    while (true) {
      var slice = log.scanUp(reader(), cursor, 7).found();
      slice.entries().forEach(e -> read.add(e.id()));
      cursor = slice.reached();
      if (slice.ended()) {
        return read;
      }
    }
  }
}
