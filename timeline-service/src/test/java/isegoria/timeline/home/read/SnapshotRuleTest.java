package isegoria.timeline.home.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class SnapshotRuleTest {

  @Test
  void a_snapshot_is_made_anew_while_all_that_came_after_it_is_remembered() {
    assertThat(SnapshotRule.of(1_024, 10_000_000).farBehind()).isEqualTo(512);
  }

  @Test
  void no_page_looks_at_more_than_a_hundred_thousand_entries_behind_a_snapshot() {
    assertThat(SnapshotRule.of(500_000, 10_000_000).farBehind()).isEqualTo(100_000);
  }

  @Test
  void readers_who_were_asked_together_are_not_asked_together_again() {
    var rule = SnapshotRule.of(200_000, 10_000_000);
    List<Long> turns =
        LongStream.range(1, 1_001).map(id -> rule.putOff(id << 16, 100_000)).boxed().toList();
    assertThat(turns).allMatch(turn -> turn >= 75_000 - 1 && turn <= 100_000);
    assertThat(turns).filteredOn(turn -> turn > 90_000).hasSizeBetween(300, 500);
    assertThat(turns).satisfies(all -> assertThat(Set.copyOf(all)).hasSizeGreaterThan(900));
  }

  @Test
  void who_needs_none_is_asked_again_before_what_was_found_is_forgotten() {
    assertThat(SnapshotRule.of(1_024, 10_000_000).patienceMax()).isEqualTo(5_000_000);
  }

  @Test
  void who_needs_none_is_asked_about_ever_more_seldom_and_never_forgotten() {
    var rule = new SnapshotRule(50, 100, 1_500);
    assertThat(LongStream.iterate(0, rule::patienceAfter).skip(1).limit(7))
        .containsExactly(100L, 200L, 400L, 800L, 1_500L, 1_500L, 1_500L);
  }
}
