package isegoria.timeline.home.read;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.timeline.feed.memory.RecentLog;
import isegoria.timeline.feed.read.EntrySource;
import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.FeedFact;
import isegoria.timeline.home.read.FeedCosts.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class HomeSkeletonTest {

  private static final int WORLDS = 120;

  /** Whatever takes how long, so that pages come by every way. */
  private final SplittableRandom clock = new SplittableRandom(1);

  private long now;
  private final FeedCosts costs = new FeedCosts(() -> now += clock.nextLong(1_000));

  @Test
  void the_pages_down_to_the_last_are_the_definition() {
    World.everywhere(WORLDS, seed -> () -> comparePagesDown(seed));
    assertThat(Way.values()).allMatch(way -> costs.taken(way) > 0);
  }

  @Test
  void the_pages_up_from_the_oldest_are_the_definition() {
    World.everywhere(WORLDS, seed -> () -> comparePagesUp(seed));
    assertThat(List.of(Way.SCAN, Way.TAIL, Way.PULL)).allMatch(way -> costs.taken(way) > 0);
  }

  @Test
  void every_cut_between_two_ids_is_a_cut_of_the_definition() {
    World.everywhere(WORLDS, seed -> () -> compareCuts(seed));
  }

  private void comparePagesDown(long seed) {
    var random = new SplittableRandom(seed);
    var world = new World(random, 40 + random.nextInt(400));
    RecentLog recent = recent(world, random);
    for (int i = 0; i < 4; i++) {
      PlainReader reader = world.someReader();
      int limit = 1 + random.nextInt(40);
      var read = new ArrayList<Long>();
      List<FeedEntry> page;
      long cursor = Long.MAX_VALUE;
      do {
        page = HomeSkeleton.newest(source(world, recent, reader), cursor, 0, limit);
        page.forEach(e -> read.add(e.id()));
        cursor = page.isEmpty() ? 0 : page.getLast().id();
      } while (!page.isEmpty());
      assertThat(read).isEqualTo(world.home(reader));
    }
  }

  private void comparePagesUp(long seed) {
    var random = new SplittableRandom(seed);
    var world = new World(random, 40 + random.nextInt(400));
    RecentLog recent = recent(world, random);
    for (int i = 0; i < 4; i++) {
      PlainReader reader = world.someReader();
      int limit = 1 + random.nextInt(40);
      var read = new ArrayList<Long>();
      List<FeedEntry> page;
      long cursor = 0;
      do {
        page = HomeSkeleton.oldest(source(world, recent, reader), Long.MAX_VALUE, cursor, limit);
        page.reversed().forEach(e -> read.add(e.id()));
        cursor = page.isEmpty() ? 0 : page.getFirst().id();
      } while (!page.isEmpty());
      assertThat(read.reversed()).isEqualTo(world.home(reader));
    }
  }

  private void compareCuts(long seed) {
    var random = new SplittableRandom(seed);
    var world = new World(random, 40 + random.nextInt(200));
    RecentLog recent = recent(world, random);
    for (int i = 0; i < 20; i++) {
      PlainReader reader = world.someReader();
      long newerThan = random.nextLong(900, world.lastId());
      long olderThan = newerThan + random.nextLong(1, 500);
      int limit = 1 + random.nextInt(40);
      List<Long> within =
          world.home(reader).stream().filter(e -> newerThan < e && e < olderThan).toList();
      int size = Math.min(limit, within.size());
      EntrySource source = source(world, recent, reader);
      assertThat(HomeSkeleton.newest(source, olderThan, newerThan, limit))
          .extracting(FeedEntry::id)
          .isEqualTo(within.subList(0, size));
      assertThat(HomeSkeleton.oldest(source, olderThan, newerThan, limit))
          .extracting(FeedEntry::id)
          .isEqualTo(within.subList(within.size() - size, within.size()));
    }
  }

  private EntrySource source(World world, RecentLog recent, PlainReader reader) {
    // Half of the snapshots are made now; the others are those of a moment in the past.
    HomeSnapshot kept =
        (reader.id() & 1) == 0
            ? new SnapshotMaker(recent).make(reader, null)
            : world.snapshots.get(reader.id());
    var sources =
        new HomeCandidates.Sources(recent, _ -> kept, world::entries, world, world, costs);
    return HomeCandidates.of(reader, world, sources);
  }

  /** A log that holds everything, or only the newest part. */
  private static RecentLog recent(World world, SplittableRandom random) {
    var log = new RecentLog(random.nextBoolean() ? 10_000 : 5 + random.nextInt(60));
    int position = 0;
    int moment = random.nextInt(world.facts.size());
    for (FeedFact fact : world.facts) {
      log.accept(fact, "source-" + fact.id() % 3, position++);
      if (position == moment) {
        world.snapAll(log);
      }
    }
    if (random.nextInt(3) == 0) {
      log.missing(1_000 + random.nextLong(300));
    }
    return log;
  }
}
