package isegoria.timeline.feed.memory;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.timeline.feed.read.EntryLog.Slice;
import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.FeedFact;
import isegoria.timeline.feed.read.Reader;
import isegoria.timeline.feed.read.Visibility;
import isegoria.timeline.feed.read.relation.Follow;
import isegoria.timeline.feed.read.relation.Relation;
import isegoria.timeline.feed.read.relation.Side;
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
    assertThat(askedDown(log)).isEqualTo(wanted.reversed());
    assertThat(askedUp(log)).isEqualTo(wanted);
  }

  @Test
  void authors_are_asked_for_what_a_look_at_everybody_finds() {
    for (int seed = 0; seed < 200; seed++) {
      var random = new SplittableRandom(seed);
      var log = new RecentLog(1 + random.nextInt(300));
      for (int i = 0; i < 500; i++) {
        long id = 1 + random.nextLong(1_000);
        long author = 1 + random.nextLong(3);
        switch (random.nextInt(20)) {
          case 0 -> log.accept(new FeedFact.Removed(id));
          case 1 -> log.missing(random.nextLong(5));
          case 2 ->
              log.accept(
                  new FeedFact.Appeared(
                      FeedEntry.boost(
                          id, author, 1 + random.nextLong(1_000), BO, Visibility.PUBLIC)));
          default ->
              log.accept(
                  new FeedFact.Appeared(FeedEntry.post(id, author, 0, Visibility.PUBLIC, "")));
        }
      }
      assertThat(askedDown(log)).as("seed " + seed).isEqualTo(down(log));
      assertThat(askedUp(log)).as("seed " + seed).isEqualTo(up(log));
    }
  }

  @Test
  void tails_take_no_more_than_what_is_kept_when_all_was_forgotten() {
    var log = new RecentLog(100);
    for (long id = 1; id <= 1_000; id++) {
      log.accept(new FeedFact.Appeared(FeedEntry.post(id, id, 0, Visibility.PUBLIC, "")));
    }
    assertThat(log.tailsBytes()).isBetween(1_000L, 100L * 110);
    log.missing(1_000);
    assertThat(log.size()).isZero();
    assertThat(log.tailsBytes()).isEqualTo(new RecentLog(100).tailsBytes());
  }

  @Test
  void what_lasts_is_here_until_half_as_many_have_come_as_fit() {
    var log = new RecentLog(1_000);
    for (long id = 1; id <= 500; id++) {
      log.accept(new FeedFact.Appeared(FeedEntry.post(id, BO, 0, Visibility.PUBLIC, "")));
    }
    assertThat(log.lastingAbove()).isZero();
    for (long id = 501; id <= 1_000; id++) {
      log.accept(new FeedFact.Appeared(FeedEntry.post(id, BO, 0, Visibility.PUBLIC, "")));
    }
    long lasting = log.lastingAbove();
    assertThat(lasting).isBetween(500L, 600L);
    for (long id = 1_001; id <= 1_500; id++) {
      log.accept(new FeedFact.Appeared(FeedEntry.post(id, CY, 0, Visibility.PUBLIC, "")));
    }
    assertThat(log.missingUpTo()).isLessThanOrEqualTo(lasting);
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
  void from_a_cursor_that_was_forgotten_meanwhile_it_goes_no_step() {
    var log = new RecentLog(100);
    log.missing(50);
    log.accept(new FeedFact.Appeared(FeedEntry.post(60, BO, 0, Visibility.PUBLIC, "")));
    var stays = new Slice(List.of(), 40, false);
    assertThat(log.scanDown(reader(), 40, 7, 100).found()).isEqualTo(stays);
    assertThat(log.newestBelow(reader(), 40, 7)).isEqualTo(stays);
    assertThat(log.scanUp(reader(), 40, 7, 100).found()).isEqualTo(stays);
    assertThat(log.oldestAbove(reader(), 40, 7)).isEqualTo(stays);
  }

  @Test
  void who_is_hidden_is_not_asked() {
    var log = new RecentLog(100);
    log.accept(new FeedFact.Appeared(FeedEntry.post(10, ANA, 0, Visibility.PUBLIC, "")));
    log.accept(new FeedFact.Appeared(FeedEntry.post(11, BO, 0, Visibility.PUBLIC, "")));
    var muted = new Side(Follow.WHOLE, false, Instant.MAX);
    graph.set(new Relation(ANA, BO, muted, Side.NOTHING));
    assertThat(askedDown(log)).containsExactly(10L);
    assertThat(askedUp(log)).containsExactly(10L);
    assertThat(log.newestOfAll(reader(), 9).entries()).hasSize(2);
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
    assertThat(log.scanUp(reader(), 0, 1, 9).found().entries())
        .singleElement()
        .satisfies(entry -> assertThat(entry.mentionedIds()).isEmpty());
  }

  private Reader reader() {
    return graph.reader(ANA);
  }

  private List<Long> askedDown(RecentLog log) {
    var read = new ArrayList<Long>();
    long cursor = Long.MAX_VALUE;
    while (cursor > log.missingUpTo() + 1) {
      var slice = log.newestBelow(reader(), cursor, 7);
      slice.entries().forEach(e -> read.add(e.id()));
      cursor = slice.reached();
    }
    return read;
  }

  private List<Long> askedUp(RecentLog log) {
    var read = new ArrayList<Long>();
    long cursor = log.missingUpTo();
    while (cursor < Long.MAX_VALUE) {
      var slice = log.oldestAbove(reader(), cursor, 7);
      slice.entries().forEach(e -> read.add(e.id()));
      cursor = slice.reached();
    }
    return read;
  }

  private List<Long> down(RecentLog log) {
    var read = new ArrayList<Long>();
    long cursor = Long.MAX_VALUE;
    while (cursor > log.missingUpTo() + 1) {
      var slice = log.scanDown(reader(), cursor, 7, 100).found();
      slice.entries().forEach(e -> read.add(e.id()));
      cursor = slice.reached();
    }
    return read;
  }

  private List<Long> up(RecentLog log) {
    var read = new ArrayList<Long>();
    long cursor = log.missingUpTo();
    while (true) {
      var slice = log.scanUp(reader(), cursor, 7, 100).found();
      slice.entries().forEach(e -> read.add(e.id()));
      cursor = slice.reached();
      if (slice.ended()) {
        return read;
      }
    }
  }
}
