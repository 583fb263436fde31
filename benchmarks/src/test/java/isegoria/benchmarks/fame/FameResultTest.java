package isegoria.benchmarks.fame;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.platform.LargestPartitions;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Planted faults, each of which must be named. */
final class FameResultTest {
  private static final ReadCost COST = new ReadCost(1, 1, 1, 80);

  private final FameResult.Fields fields = new FameResult.Fields();

  private void list(ListWalk walk) {
    fields.list("followers", 100, walk, COST, COST, COST);
  }

  @Test
  void nothing_is_wrong_with_what_is_as_it_must_be() {
    fields.counted("followers", 100, 100);
    list(new ListWalk(100, 100, "/list", 1));
    fields.partitions(new LargestPartitions(Map.of("account.follower", 1_000L)));
    assertThat(fields.result().wrong()).isEmpty();
  }

  @Test
  void a_count_that_lost_one_is_named() {
    fields.counted("followers", 100, 99);
    assertThat(fields.result().holds()).isFalse();
    assertThat(fields.result().line()).contains("WRONG: followers counted: 99");
  }

  @Test
  void a_list_that_shows_one_twice_instead_of_another_is_named() {
    list(new ListWalk(100, 99, "/list", 1));
    assertThat(fields.result().wrong()).containsExactly("followers: 100 entries, 99 distinct");
  }

  @Test
  void a_list_that_is_too_long_is_named() {
    list(new ListWalk(101, 100, "/list", 1));
    assertThat(fields.result().holds()).isFalse();
  }

  @Test
  void a_partition_that_is_too_large_is_named() {
    long tooLarge = FameResult.PARTITION_BYTES_MAX + 1;
    fields.partitions(
        new LargestPartitions(Map.of("post.reply", 5L, "account.follower", tooLarge)));
    assertThat(fields.result().wrong()).singleElement().asString().contains("account.follower");
  }
}
