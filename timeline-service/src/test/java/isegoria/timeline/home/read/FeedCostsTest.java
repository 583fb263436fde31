package isegoria.timeline.home.read;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.timeline.home.read.FeedCosts.Way;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class FeedCostsTest {

  private final AtomicLong clock = new AtomicLong();
  private final FeedCosts costs = new FeedCosts(clock::get);

  @Test
  void whoever_follows_more_looks_further_before_authors_are_asked() {
    take(Way.SCAN, 1_000_000, 100_000);
    take(Way.TAIL, 10_000, 100);

    // Ten nanoseconds an entry, a hundred a tail: ten entries for each author, an eighth at first.
    assertThat(costs.scanWorth(20, 0, 0, 60)).isEqualTo(25);
    assertThat(costs.scanWorth(7_500, 0, 0, 60)).isEqualTo(9_375);
  }

  @Test
  void one_looks_on_where_the_page_is_found_sooner_than_by_asking() {
    take(Way.SCAN, 1_000_000, 100_000);
    take(Way.TAIL, 10_000, 100);

    assertThat(costs.scanWorth(800, 1_000, 0, 60)).as("nothing found").isZero();
    assertThat(costs.scanWorth(800, 1_000, 8, 60)).as("8,500 in all").isZero();
    assertThat(costs.scanWorth(800, 1_000, 10, 60)).as("7,000 in all").isEqualTo(7_000);
    assertThat(costs.scanWorth(800, 8_000, 200, 1)).as("as long as asking takes").isZero();
  }

  @Test
  void nobody_looks_for_ever_however_slow_authors_are() {
    take(Way.TAIL, 1_000_000, 1);

    assertThat(costs.scanWorth(7_500, 0, 0, 60)).isEqualTo(FeedCosts.SCAN_MAX / 8);
    assertThat(costs.scanWorth(7_500, FeedCosts.SCAN_MAX, 1_000, 1)).isZero();
  }

  @Test
  void slow_authors_are_asked_later() {
    take(Way.SCAN, 1_000_000, 100_000);
    take(Way.TAIL, 10_000, 100);
    int before = costs.scanWorth(20, 0, 0, 60);

    take(Way.TAIL, 40_000, 100);

    assertThat(costs.nanosOf(Way.TAIL)).isBetween(100.0, 400.0);
    assertThat(costs.scanWorth(20, 0, 0, 60)).isGreaterThan(before);
  }

  @Test
  void a_way_without_a_unit_tells_nothing_of_its_cost() {
    double before = costs.nanosOf(Way.SCAN);

    take(Way.SCAN, 5_000, 0);

    assertThat(costs.nanosOf(Way.SCAN)).isEqualTo(before);
  }

  @Test
  void it_is_counted_how_often_each_way_is_taken() {
    take(Way.FETCH, 1, 1);

    assertThat(costs.taken(Way.FETCH)).isPositive();
    assertThat(costs.taken(Way.PULL)).isZero();
  }

  /** Until the average is what each takes. */
  private void take(Way way, long nanos, int units) {
    for (int i = 0; i < 1_000; i++) {
      long begun = costs.begin();
      clock.addAndGet(nanos);
      costs.ended(way, begun, units);
    }
  }
}
