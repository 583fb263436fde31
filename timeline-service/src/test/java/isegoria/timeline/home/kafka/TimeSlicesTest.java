package isegoria.timeline.home.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TimeSlicesTest {

  private static final int TASKS = 48;

  @Test
  void tasks_share_what_is_for_a_turn() {
    var timeSlices = new TimeSlices();
    timeSlices.join();
    assertThat(timeSlices.nanosOfOne()).isEqualTo(TimeSlices.TIME_SLICE_MAX.toNanos());
    for (int task = 1; task < TASKS; task++) {
      timeSlices.join();
    }
    assertThat(TASKS * timeSlices.nanosOfOne())
        .isLessThanOrEqualTo(TimeSlices.TIME_SLICE_MAX.toNanos());
    for (int task = 1; task < TASKS; task++) {
      timeSlices.leave();
    }
    assertThat(timeSlices.nanosOfOne()).isEqualTo(TimeSlices.TIME_SLICE_MAX.toNanos());
  }
}
