package isegoria.timeline.read.home;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SnapshotRuleTest {

  /** Pages look at 1,000 entries before they ask, and 50 of the reader's own fill them. */
  private final SnapshotRule rule = new SnapshotRule(1_000, 50, 20_000);

  @Test
  void it_is_asked_when_half_of_what_a_page_looks_at_has_come() {
    assertThat(rule.isTelling(499)).isFalse();
    assertThat(rule.isTelling(500)).isTrue();
  }

  @Test
  void who_finds_a_page_among_the_newest_needs_none() {
    assertThat(rule.isWorth(500, 25)).isFalse();
    assertThat(rule.isWorth(1_000, 1_000)).isFalse();
  }

  @Test
  void who_would_have_to_look_further_needs_one() {
    assertThat(rule.isWorth(500, 24)).isTrue();
    assertThat(rule.isWorth(500, 1)).isTrue();
  }

  @Test
  void a_snapshot_that_says_all_there_is_stays() {
    assertThat(rule.isWorth(500, 0)).isFalse();
  }

  @Test
  void a_snapshot_is_made_anew_before_too_much_has_come_after_it() {
    assertThat(rule.isFarBehind(19_999)).isFalse();
    assertThat(rule.isFarBehind(20_000)).isTrue();
  }
}
