package isegoria.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Golden values: a change of this function would tear every owner's history apart. */
final class PartitioningTest {

  @Test
  void owners_stay_where_they_are() {
    assertThat(Partitioning.of("114523", 6)).isEqualTo(GOLDEN_114523_OF_6);
    assertThat(Partitioning.of("114523", 48)).isEqualTo(GOLDEN_114523_OF_48);
    assertThat(Partitioning.of("1~2", 6)).isEqualTo(GOLDEN_PAIR_OF_6);
  }

  private static final int GOLDEN_114523_OF_6 = 0;
  private static final int GOLDEN_114523_OF_48 = 6;
  private static final int GOLDEN_PAIR_OF_6 = 4;

  @Test
  void all_aggregates_of_an_owner_stand_together() {
    int owner = Partitioning.of("7", 48);
    assertThat(Partitioning.ofKey("7/post/1", 48)).isEqualTo(owner);
    assertThat(Partitioning.ofKey("7/pins", 48)).isEqualTo(owner);
  }

  @Test
  void a_key_without_an_owner_is_refused() {
    assertThatThrownBy(() -> Partitioning.ownerOf("7")).hasMessageContaining("expected");
    assertThatThrownBy(() -> Partitioning.ownerOf("/x")).hasMessageContaining("expected");
  }

  @Test
  void every_topic_says_how_long_it_lasts() {
    for (Topic topic : Topics.all()) {
      assertThat(topic.config()).containsKeys("cleanup.policy", "retention.ms", "segment.ms");
    }
    assertThat(Topics.POST_EVENTS.config()).containsEntry("retention.ms", "-1");
  }
}
