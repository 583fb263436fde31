package isegoria.timeline.feed.memory;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.timeline.feed.read.Reader;
import isegoria.timeline.feed.read.relation.Follow;
import isegoria.timeline.feed.read.relation.Relation;
import isegoria.timeline.feed.read.relation.Side;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RelationGraphTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final long ANA = 10;
  private static final long BO = 20;
  private static final long CY = 30;
  private static final long PEOPLE = 12;

  private final RelationGraph graph = new RelationGraph(InstantSource.fixed(NOON));

  private void follows(long follower, long followed, Follow follow) {
    graph.set(
        follower < followed
            ? new Relation(follower, followed, Side.following(follow), Side.NOTHING)
            : new Relation(followed, follower, Side.NOTHING, Side.following(follow)));
  }

  @Test
  void a_reader_follows_whom_it_follows_now() {
    follows(ANA, BO, Follow.WHOLE);
    follows(CY, BO, new Follow(false, Set.of("de")));
    assertThat(graph.reader(ANA).follows(BO)).isTrue();
    assertThat(graph.reader(BO).follows(ANA)).isFalse();
    assertThat(graph.reader(ANA).showsBoostsOf(BO)).isTrue();
    assertThat(graph.reader(CY).showsBoostsOf(BO)).isFalse();
    assertThat(graph.reader(CY).showsLanguageOf(BO, "de")).isTrue();
    assertThat(graph.reader(CY).showsLanguageOf(BO, "en")).isFalse();
    assertThat(graph.reader(CY).showsLanguageOf(ANA, "de")).isFalse();
    assertThat(graph.followedBy(CY)).containsExactly(BO);
    assertThat(graph.follows()).isEqualTo(2);
    graph.set(Relation.none(ANA, BO));
    assertThat(graph.reader(ANA).follows(BO)).isFalse();
    assertThat(graph.follows()).isEqualTo(1);
  }

  @Test
  void a_page_sees_one_state_whatever_changes_beside_it() {
    follows(ANA, BO, Follow.WHOLE);
    Reader before = graph.reader(ANA);
    follows(ANA, CY, Follow.WHOLE);
    assertThat(before.follows(CY)).isFalse();
    assertThat(graph.reader(ANA).follows(CY)).isTrue();
    assertThat(before.followsHash()).isNotEqualTo(graph.reader(ANA).followsHash());
    assertThat(graph.followsHash(ANA)).isEqualTo(graph.reader(ANA).followsHash());
  }

  @Test
  void choices_that_nobody_makes_any_more_take_no_room() {
    follows(CY, BO, new Follow(true, Set.of("el")));
    for (int i = 0; i < 1_000; i++) {
      follows(ANA, BO, new Follow(true, Set.of("x" + i)));
      Relation other = new Relation(ANA, CY, Side.following(chosen("y" + i)), Side.NOTHING);
      graph.setAll(List.of(other, Relation.none(ANA, CY)));
    }
    assertThat(graph.choices()).isLessThan(10);
    assertThat(graph.reader(ANA).showsLanguageOf(BO, "x999")).isTrue();
    assertThat(graph.reader(ANA).showsLanguageOf(BO, "x998")).isFalse();
    assertThat(graph.reader(CY).showsLanguageOf(BO, "el")).isTrue();
    assertThat(graph.reader(CY).showsLanguageOf(BO, "x999")).isFalse();
  }

  @Test
  void a_page_keeps_the_languages_that_were_chosen_when_it_began() {
    follows(ANA, BO, chosen("de"));
    Reader before = graph.reader(ANA);
    follows(ANA, BO, chosen("fr"));
    follows(CY, BO, chosen("el"));
    assertThat(before.showsLanguageOf(BO, "de")).isTrue();
    assertThat(before.showsLanguageOf(BO, "el")).isFalse();
  }

  private static Follow chosen(String language) {
    return new Follow(true, Set.of(language));
  }

  @Test
  void blocks_hide_both_ways_and_mutes_until_they_end() {
    graph.set(new Relation(ANA, BO, Side.blocking(), Side.NOTHING));
    assertThat(graph.reader(ANA).hides(BO)).isTrue();
    assertThat(graph.reader(BO).isBlockedFrom(ANA)).isTrue();
    graph.set(new Relation(ANA, CY, Side.NOTHING.muting(NOON.plusSeconds(1)), Side.NOTHING));
    assertThat(graph.reader(ANA).hides(CY)).isTrue();
    assertThat(graph.reader(ANA).isBlockedFrom(CY)).isFalse();
    graph.set(new Relation(ANA, CY, Side.NOTHING.muting(NOON), Side.NOTHING));
    assertThat(graph.reader(ANA).hides(CY)).isFalse();
    graph.set(Relation.none(ANA, BO));
    assertThat(graph.reader(BO).isBlockedFrom(ANA)).isFalse();
  }

  @Test
  void many_at_once_are_what_each_would_be_after_the_other() {
    var random = new SplittableRandom(11);
    var oneByOne = new RelationGraph(InstantSource.fixed(NOON));
    for (int round = 0; round < 50; round++) {
      List<Relation> some =
          IntStream.range(0, random.nextInt(60)).mapToObj(_ -> anyRelation(random)).toList();
      some.forEach(oneByOne::set);
      graph.setAll(some);
    }

    assertThat(graph.follows()).isPositive().isEqualTo(oneByOne.follows());
    for (long one = 1; one <= PEOPLE; one++) {
      assertThat(graph.followedBy(one)).containsExactly(oneByOne.followedBy(one));
      Reader reader = graph.reader(one);
      Reader wanted = oneByOne.reader(one);
      for (long other = 1; other <= PEOPLE; other++) {
        assertThat(reader.showsBoostsOf(other)).isEqualTo(wanted.showsBoostsOf(other));
        assertThat(reader.hides(other)).isEqualTo(wanted.hides(other));
      }
    }
  }

  private static Relation anyRelation(SplittableRandom random) {
    long low = 1 + random.nextLong(PEOPLE - 1);
    return new Relation(
        low, low + 1 + random.nextLong(PEOPLE - low), anySide(random), anySide(random));
  }

  private static Side anySide(SplittableRandom random) {
    return switch (random.nextInt(5)) {
      case 0 -> Side.blocking();
      case 1 -> Side.following(new Follow(false, Set.of("de")));
      case 2, 3 -> Side.following(Follow.WHOLE);
      default -> Side.NOTHING;
    };
  }
}
