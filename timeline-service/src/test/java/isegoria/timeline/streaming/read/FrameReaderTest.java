package isegoria.timeline.streaming.read;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.timeline.streaming.read.FrameReader.Message;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FrameReaderTest {

  private static final int FINAL = 0x80;

  private final List<Message> messages = new ArrayList<>();
  private final FrameReader reader = new FrameReader();

  private static byte[] frame(int first, String payload) {
    return frame(first, payload.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] frame(int first, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
    frame.put((byte) first);
    if (payload.length < 126) {
      frame.put((byte) (0x80 | payload.length));
    } else {
      frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
    }
    byte[] mask = {11, -22, 33, -44};
    frame.put(mask);
    for (int i = 0; i < payload.length; i++) {
      frame.put((byte) (payload[i] ^ mask[i % 4]));
    }
    byte[] bytes = new byte[frame.flip().remaining()];
    frame.get(bytes);
    return bytes;
  }

  private FrameReaderTest come(byte[]... pieces) {
    for (byte[] piece : pieces) {
      reader.read(piece, piece.length, messages::add);
    }
    return this;
  }

  @Test
  void a_text_is_read_in_whatever_pieces_it_comes() {
    byte[] text = frame(FINAL | 1, "{\"type\":\"subscribe\"} 猫".repeat(20));
    for (byte each : text) {
      come(new byte[] {each});
    }
    assertThat(messages).containsExactly(new Message.Text("{\"type\":\"subscribe\"} 猫".repeat(20)));
  }

  @Test
  void frames_that_come_together_are_read_one_after_the_other() {
    byte[] one = frame(FINAL | 1, "a");
    byte[] two = frame(FINAL | 1, "b");
    ByteBuffer both = ByteBuffer.allocate(one.length + two.length).put(one).put(two);
    come(both.array());
    assertThat(messages).containsExactly(new Message.Text("a"), new Message.Text("b"));
  }

  @Test
  void a_text_in_parts_is_one_and_a_ping_may_come_between() {
    come(frame(1, "a"), frame(FINAL | 9, "p"), frame(0, "b"), frame(FINAL, "c"));
    assertThat(messages).hasSize(4).last().isEqualTo(new Message.Text("abc"));
    assertThat(((Message.Ping) messages.get(1)).payload()).containsExactly('p');
  }

  @Test
  void a_close_has_a_status_or_none_and_nothing_is_read_after_it() {
    come(frame(FINAL | 8, new byte[] {3, (byte) 0xE8}), frame(FINAL | 1, "late"));
    assertThat(messages).containsExactly(new Message.Close(1000));
    messages.clear();
    new FrameReader().read(frame(FINAL | 8, ""), 6, messages::add);
    assertThat(messages).containsExactly(new Message.Close(0));
  }

  @Test
  void what_a_client_may_not_send_ends_it_with_a_status_that_says_so() {
    assertThat(brokenBy(frame(FINAL | 2, "x"))).isEqualTo(CloseStatus.NOT_TEXT);
    assertThat(brokenBy(frame(FINAL | 0x40 | 1, "x"))).isEqualTo(CloseStatus.PROTOCOL_ERROR);
    assertThat(brokenBy(frame(FINAL | 3, "x"))).isEqualTo(CloseStatus.PROTOCOL_ERROR);
    assertThat(brokenBy(frame(FINAL, "x"))).isEqualTo(CloseStatus.PROTOCOL_ERROR);
    assertThat(brokenBy(frame(9, "x"))).isEqualTo(CloseStatus.PROTOCOL_ERROR);
    assertThat(brokenBy(frame(FINAL | 9, "x".repeat(126)))).isEqualTo(CloseStatus.PROTOCOL_ERROR);
    assertThat(brokenBy(new byte[] {(byte) 0x81, 1, 'x'})).isEqualTo(CloseStatus.PROTOCOL_ERROR);
    assertThat(brokenBy(frame(FINAL | 1, new byte[] {(byte) 0xC3})))
        .isEqualTo(CloseStatus.NOT_UTF_8);
    assertThat(brokenBy(frame(FINAL | 1, "x".repeat(FrameReader.MESSAGE_BYTES_MAX + 1))))
        .isEqualTo(CloseStatus.TOO_LARGE);
  }

  @Test
  void a_message_is_too_large_in_parts_as_well() {
    String half = "x".repeat(FrameReader.MESSAGE_BYTES_MAX / 2 + 1);
    come(frame(1, half), frame(FINAL, half));
    assertThat(messages).last().isEqualTo(new Message.Broken(CloseStatus.TOO_LARGE));
  }

  private static CloseStatus brokenBy(byte[] frame) {
    var found = new ArrayList<Message>();
    new FrameReader().read(frame, frame.length, found::add);
    return ((Message.Broken) found.getFirst()).because();
  }
}
