package isegoria.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NodeWatchTest {

  private static final Object ONE = new Object();
  private static final Object TWO = new Object();

  private final NodeWatch watch = new NodeWatch();

  @Test
  void the_first_node_of_all_does_not_come_back() {
    assertThat(watch.rose(ONE)).isFalse();
  }

  @Test
  void losing_one_of_two_is_not_losing_the_last() {
    watch.rose(ONE);
    watch.rose(TWO);

    assertThat(watch.fell(ONE)).isFalse();
    assertThat(watch.rose(ONE)).isFalse();
  }

  @Test
  void one_node_comes_back_after_the_last_was_lost() {
    watch.rose(ONE);
    watch.rose(TWO);
    watch.fell(TWO);

    assertThat(watch.fell(ONE)).isTrue();
    assertThat(watch.rose(TWO)).isTrue();
    assertThat(watch.rose(ONE)).isFalse();
  }
}
