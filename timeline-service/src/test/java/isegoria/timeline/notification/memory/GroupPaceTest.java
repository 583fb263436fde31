package isegoria.timeline.notification.memory;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.eventsourcing.read.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GroupPaceTest {

  private static final Instant START = Instant.ofEpochSecond(1_000);

  private final GroupPace pace = new GroupPace();

  private static NewNotification added(long recipient, long id, String group) {
    return new NewNotification(recipient, id, group, new Position("t", 0, id));
  }

  private static Instant after(long millis) {
    return START.plusMillis(millis);
  }

  @Test
  void the_first_of_a_group_is_told_at_once_and_the_newest_of_the_others_after_a_while() {
    assertThat(pace.isTold(added(1, 10, "g"), START)).isTrue();
    assertThat(pace.isTold(added(1, 11, "g"), after(1))).isFalse();
    assertThat(pace.isTold(added(1, 12, "g"), after(2_999))).isFalse();
    assertThat(pace.due(after(2_999))).isEmpty();
    assertThat(pace.due(after(3_000))).containsExactly(added(1, 12, "g"));
    assertThat(pace.due(after(3_001))).isEmpty();
  }

  @Test
  void what_was_told_late_begins_another_while() {
    assertThat(pace.isTold(added(1, 10, "g"), START)).isTrue();
    assertThat(pace.isTold(added(1, 11, "g"), after(1))).isFalse();
    assertThat(pace.due(after(3_000))).hasSize(1);
    assertThat(pace.isTold(added(1, 12, "g"), after(3_500))).isFalse();
    assertThat(pace.due(after(5_999))).isEmpty();
    assertThat(pace.due(after(6_000))).containsExactly(added(1, 12, "g"));
  }

  @Test
  void a_group_that_was_quiet_for_a_while_is_told_at_once() {
    assertThat(pace.isTold(added(1, 10, "g"), START)).isTrue();
    assertThat(pace.due(after(3_000))).isEmpty();
    assertThat(pace.isTold(added(1, 11, "g"), after(3_000))).isTrue();
  }

  @Test
  void groups_of_other_names_and_other_recipients_are_told_by_themselves() {
    assertThat(pace.isTold(added(1, 10, "g"), START)).isTrue();
    assertThat(pace.isTold(added(1, 11, "h"), START)).isTrue();
    assertThat(pace.isTold(added(2, 12, "g"), START)).isTrue();
  }

  @Test
  void it_remembers_so_many_groups_and_no_more() {
    assertThat(pace.isTold(added(1, 1, "first"), START)).isTrue();
    for (int i = 0; i < GroupPace.GROUPS_MAX; i++) {
      assertThat(pace.isTold(added(1, 2 + i, "g" + i), START)).isTrue();
    }
    assertThat(pace.isTold(added(1, 3, "g1"), START)).isFalse();
    assertThat(pace.isTold(added(1, 1, "first"), START)).isTrue();
  }

  @Test
  void a_hundred_thousand_of_one_group_are_two_events_in_a_while() {
    long told = 0;
    for (int i = 0; i < 100_000; i++) {
      told += pace.isTold(added(1, i, "g"), after(i / 100)) ? 1 : 0;
    }
    List<NewNotification> last = pace.due(START.plus(GroupPace.BETWEEN).plus(Duration.ofDays(1)));
    assertThat(told).isEqualTo(1);
    assertThat(last).containsExactly(added(1, 99_999, "g"));
  }
}
