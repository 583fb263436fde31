package isegoria.timeline.streaming.read;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.api.ApiJson;
import isegoria.timeline.streaming.read.Channel.Kind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class StreamEventTest {

  private static final String PAYLOAD = "{\"content\":\"<p>„a\\\"b\\\\c\\u0007\\n“ 猫😀</p>\"}";
  private static final Channel TAG = new Channel(Kind.HASHTAG, false, "Ca\"ts");

  private static String text(byte[] frame) {
    int length = frame[1] & 0x7F;
    int header = length == 126 ? 4 : 2;
    return new String(frame, header, frame.length - header, StandardCharsets.UTF_8);
  }

  @Test
  void a_frame_says_under_which_name_what_came() {
    JsonNode frame = ApiJson.MAPPER.readTree(text(new StreamEvent("update", PAYLOAD).frame(TAG)));
    assertThat(frame.path("stream").path(0).asString()).isEqualTo("hashtag");
    assertThat(frame.path("stream").path(1).asString()).isEqualTo("Ca\"ts");
    assertThat(frame.path("event").asString()).isEqualTo("update");
    assertThat(frame.path("payload").asString()).isEqualTo(PAYLOAD);
  }

  @Test
  void an_event_without_a_payload_has_none_in_a_frame_and_an_empty_object_in_lines() {
    var event = new StreamEvent("filters_changed", null);
    assertThat(text(event.frame(new Channel(Kind.USER, false, ""))))
        .isEqualTo("{\"stream\":[\"user\"],\"event\":\"filters_changed\"}");
    assertThat(new String(event.lines(), StandardCharsets.UTF_8))
        .isEqualTo("event: filters_changed\ndata: {}\n\n");
  }

  @Test
  void lines_have_a_space_after_each_name() {
    assertThat(new String(new StreamEvent("delete", "12").lines(), StandardCharsets.UTF_8))
        .isEqualTo("event: delete\ndata: 12\n\n");
  }

  @Test
  void all_who_hear_it_under_one_name_share_its_bytes() {
    var event = new StreamEvent("update", PAYLOAD);
    assertThat(event.frame(TAG)).isSameAs(event.frame(new Channel(Kind.HASHTAG, false, "Ca\"ts")));
    assertThat(event.lines()).isSameAs(event.lines());
    assertThat(text(event.frame(new Channel(Kind.PUBLIC, true, "")))).contains("\"public:media\"");
  }

  @Test
  void long_payloads_are_framed_with_their_length() {
    for (int size : new int[] {1, 200, 70_000}) {
      byte[] frame = WebSocketFrames.text("x".repeat(size));
      int header = size < 126 ? 2 : size < 65_536 ? 4 : 10;
      assertThat(frame).hasSize(size + header);
      assertThat(frame[0]).isEqualTo((byte) 0x81);
    }
  }
}
