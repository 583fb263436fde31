package isegoria.timeline.feed.memory;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.timeline.feed.read.Reader;
import isegoria.timeline.feed.read.relation.Follow;
import isegoria.timeline.feed.read.relation.Relation;
import isegoria.timeline.feed.read.relation.Side;
import java.time.Instant;
import java.time.InstantSource;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class AuthorTailsTest {

  private static final long READER = 1;
  private static final int AUTHORS = 60;
  private static final int IDS = 2_000;

  /** Against all ids in one sorted map. */
  @Test
  void the_nearest_of_many_authors_are_found_from_any_cursor_on() {
    for (int seed = 0; seed < 100; seed++) {
      var random = new SplittableRandom(seed);
      Reader reader = reader(random);
      var tails = new AuthorTails();
      NavigableMap<Long, Long> authors = filled(tails, random);
      for (int look = 0; look < 50; look++) {
        long cursor = random.nextInt(4) == 0 ? Long.MAX_VALUE : random.nextLong(IDS + 10);
        int wanted = 1 + random.nextInt(50);
        LongStream below =
            authors.headMap(cursor, false).descendingMap().entrySet().stream()
                .filter(each -> isShown(reader, each.getValue()))
                .mapToLong(each -> each.getKey());
        assertThat(found(tails, reader, NearestIds.below(cursor, wanted)))
            .as("seed %d, %d below %d", seed, wanted, cursor)
            .containsExactly(below.limit(wanted).toArray());
        LongStream above =
            authors.tailMap(cursor, false).entrySet().stream()
                .filter(each -> isShown(reader, each.getValue()))
                .mapToLong(each -> each.getKey());
        assertThat(found(tails, reader, NearestIds.above(cursor, wanted)))
            .as("seed %d, %d above %d", seed, wanted, cursor)
            .containsExactly(above.limit(wanted).toArray());
      }
    }
  }

  @Test
  void below_the_first_id_and_above_the_last_there_is_nothing() {
    var graph = new RelationGraph(InstantSource.fixed(Instant.EPOCH));
    for (long author = 2; author <= 3; author++) {
      graph.set(new Relation(READER, author, Side.following(Follow.WHOLE), Side.NOTHING));
    }
    var tails = new AuthorTails();
    tails.add(2, 1);
    assertThat(found(tails, graph.reader(READER), NearestIds.below(0, 5))).isEmpty();
    assertThat(found(tails, graph.reader(READER), NearestIds.below(1, 5))).isEmpty();
    assertThat(found(tails, graph.reader(READER), NearestIds.above(0, 5))).containsExactly(1);
    assertThat(found(tails, graph.reader(READER), NearestIds.above(Long.MAX_VALUE, 5))).isEmpty();
  }

  /** Follows about half of the authors, of whom some are muted; a reader follows nobody else. */
  private static Reader reader(SplittableRandom random) {
    var graph = new RelationGraph(InstantSource.fixed(Instant.EPOCH));
    for (long author = READER + 1; author <= AUTHORS; author++) {
      Follow follow = random.nextBoolean() ? Follow.WHOLE : null;
      Instant mutedUntil = random.nextInt(8) == 0 ? Instant.MAX : null;
      graph.set(new Relation(READER, author, new Side(follow, false, mutedUntil), Side.NOTHING));
    }
    return graph.reader(READER);
  }

  /** Tails after many entries came and some went, and whose each id is. */
  private static NavigableMap<Long, Long> filled(AuthorTails tails, SplittableRandom random) {
    var authors = new TreeMap<Long, Long>();
    for (int entry = 0; entry < 600; entry++) {
      long id = 1 + random.nextLong(IDS);
      long author = READER + random.nextLong(AUTHORS);
      if (authors.putIfAbsent(id, author) == null) {
        tails.add(author, id);
      }
      if (random.nextInt(3) == 0) {
        var gone = random.nextBoolean() ? authors.pollLastEntry() : authors.pollFirstEntry();
        tails.remove(gone.getValue(), gone.getKey());
      }
    }
    return authors;
  }

  private static boolean isShown(Reader reader, long author) {
    return author == READER || (reader.follows(author) && !reader.hides(author));
  }

  private static long[] found(AuthorTails tails, Reader reader, NearestIds nearest) {
    tails.offer(reader, nearest, reader::hides);
    return nearest.inOrder();
  }
}
