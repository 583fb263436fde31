package isegoria.timeline.streaming.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OutboxTest {

  private final Outbox outbox = new Outbox();

  @Test
  void what_is_offered_comes_out_in_its_order() {
    assertThat(outbox.offer(new byte[] {1})).isTrue();
    assertThat(outbox.offer(new byte[] {2})).isTrue();
    assertThat(outbox.poll()).containsExactly(1);
    assertThat(outbox.poll()).containsExactly(2);
    assertThat(outbox.poll()).isNull();
  }

  @Test
  void so_many_frames_and_so_many_bytes_wait_and_room_comes_back() {
    for (int i = 0; i < Outbox.FRAMES_MAX; i++) {
      assertThat(outbox.offer(new byte[1])).isTrue();
    }
    assertThat(outbox.offer(new byte[1])).isFalse();
    assertThat(outbox.poll()).hasSize(1);
    assertThat(outbox.offer(new byte[1])).isTrue();
    var other = new Outbox();
    assertThat(other.offer(new byte[Outbox.BYTES_MAX])).isTrue();
    assertThat(other.offer(new byte[1])).isFalse();
    assertThat(other.poll()).hasSize(Outbox.BYTES_MAX);
    assertThat(other.offer(new byte[1])).isTrue();
  }

  @Test
  void after_the_last_nothing_is_taken_and_it_is_done_when_that_is_out() {
    assertThat(outbox.offer(new byte[] {1})).isTrue();
    outbox.close(new byte[] {2});
    assertThat(outbox.offer(new byte[] {3})).isTrue();
    assertThat(outbox.isDone()).isFalse();
    assertThat(outbox.poll()).containsExactly(1);
    assertThat(outbox.poll()).containsExactly(2);
    assertThat(outbox.isDone()).isTrue();
  }

  @Test
  void a_reader_that_is_cut_off_gets_the_last_alone() {
    assertThat(outbox.offer(new byte[] {1})).isTrue();
    outbox.clear();
    outbox.close(new byte[] {2});
    assertThat(outbox.poll()).containsExactly(2);
    assertThat(outbox.isDone()).isTrue();
  }
}
