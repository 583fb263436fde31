package isegoria.timeline.streaming.memory;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.timeline.feed.memory.RelationGraph;
import isegoria.timeline.feed.read.live.StreamKey;
import isegoria.timeline.streaming.memory.WebSocketStream.Request;
import isegoria.timeline.streaming.read.Asked;
import isegoria.timeline.streaming.read.Channel;
import isegoria.timeline.streaming.read.CloseStatus;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class WebSocketStreamTest {

  private static final long ANA = 1;

  private final OpenStreams streams =
      new OpenStreams(10, new OpenFollows(new RelationGraph(Clock.systemUTC())));
  private final Wire wire = new Wire();
  private final WebSocketStream stream =
      stream(new Client(ANA, Set.of(Channel.STATUSES, Channel.NOTIFICATIONS)));

  /** What leaves: texts as they are, frames of control by their names. */
  private static final class Wire implements Outlet {
    final List<String> written = new ArrayList<>();
    boolean isFull;

    @Override
    public boolean write(byte[] bytes) {
      if (!isFull) {
        written.add(shown(bytes));
      }
      return !isFull;
    }

    @Override
    public void finish(byte[] last) {
      written.add(shown(last) + ", end");
    }

    @Override
    public void cut(byte[] last) {
      written.add("cut, " + shown(last) + ", end");
    }

    @Override
    public void abort() {
      written.add("abort");
    }

    private static String shown(byte[] frame) {
      return switch (frame[0] & 0xF) {
        case 8 -> "close " + (frame.length < 4 ? 0 : ((frame[2] & 0xFF) << 8 | (frame[3] & 0xFF)));
        case 9 -> "ping";
        case 10 -> "pong";
        default -> new String(frame, 2, frame.length - 2, StandardCharsets.UTF_8);
      };
    }

    List<String> news() {
      var news = List.copyOf(written);
      written.clear();
      return news;
    }
  }

  private WebSocketStream stream(Client client) {
    var opened = new WebSocketStream(streams, wire, client, WebSocketStreamTest::parse);
    opened.begin(null);
    return opened;
  }

  /** {@code +user} joins, {@code -user} leaves, anything else means nothing. */
  private static @Nullable Request parse(String text) {
    return switch (text.charAt(0)) {
      case '+' -> new Request(true, Asked.of(text.substring(1), "cats", "1"));
      case '-' -> new Request(false, Asked.of(text.substring(1), "cats", "1"));
      default -> null;
    };
  }

  private void say(String text) {
    say(1, text.getBytes(StandardCharsets.UTF_8));
  }

  private void say(int opcode, byte... payload) {
    byte[] frame = new byte[payload.length + 6];
    frame[0] = (byte) (0x80 | opcode);
    frame[1] = (byte) (0x80 | payload.length);
    System.arraycopy(payload, 0, frame, 6, payload.length);
    stream.received(frame, frame.length);
  }

  private void publish(StreamKey key) {
    streams.publish(key, "delete", "1");
  }

  private void seconds(int count) {
    for (int i = 0; i < count; i++) {
      stream.tick();
    }
  }

  @Test
  void it_hears_what_it_joined_once_until_it_leaves() {
    say("+user");
    say("+user");
    publish(new StreamKey.Home(ANA));
    say("-user");
    publish(new StreamKey.Home(ANA));
    assertThat(wire.news())
        .containsExactly("{\"stream\":[\"user\"],\"event\":\"delete\",\"payload\":\"1\"}");
    assertThat(streams.isHeard(new StreamKey.Home(ANA))).isFalse();
  }

  @Test
  void a_notification_comes_under_each_name_that_hears_it() {
    say("+user");
    say("+user:notification");
    streams.publish(new StreamKey.Notifications(ANA), "notification", "{}");
    assertThat(wire.news())
        .containsExactlyInAnyOrder(
            "{\"stream\":[\"user\"],\"event\":\"notification\",\"payload\":\"{}\"}",
            "{\"stream\":[\"user:notification\"],\"event\":\"notification\",\"payload\":\"{}\"}");
  }

  @Test
  void what_it_cannot_join_or_leave_is_said_and_the_socket_stays() {
    say("+nothing");
    say("-nothing");
    say("what?");
    say("+user");
    publish(new StreamKey.Home(ANA));
    assertThat(wire.news())
        .containsExactly(
            "{\"error\":\"Unknown stream type\",\"status\":400}",
            "{\"error\":\"Error unsubscribing from channel\"}",
            "{\"stream\":[\"user\"],\"event\":\"delete\",\"payload\":\"1\"}");
  }

  @Test
  void a_token_without_the_scope_hears_nothing() {
    var narrow = stream(new Client(ANA, Set.of(Channel.STATUSES)));
    narrow.begin(Asked.of("user:notification", null, null));
    assertThat(wire.news())
        .containsExactly(
            "{\"error\":\"Access token does not have the required scopes\",\"status\":401}");
    narrow.begin(Asked.of("user", null, null));
    assertThat(streams.isHeard(new StreamKey.Notifications(ANA))).isFalse();
  }

  @Test
  void one_socket_has_so_many_channels() {
    for (int i = 0; i < WebSocketStream.CHANNELS_MAX; i++) {
      stream.begin(Asked.of("hashtag", "t" + i, null));
    }
    assertThat(wire.news()).isEmpty();
    stream.begin(Asked.of("hashtag", "t1", null));
    assertThat(wire.news()).isEmpty();
    stream.begin(Asked.of("hashtag", "more", null));
    assertThat(wire.news())
        .containsExactly("{\"error\":\"Too many streams on one connection\",\"status\":429}");
  }

  @Test
  void pings_are_answered_and_a_client_that_answers_none_is_gone() {
    say(9, (byte) 'x');
    assertThat(wire.news()).containsExactly("pong");
    seconds(WebSocketStream.PING_SECONDS);
    say(10);
    seconds(WebSocketStream.PING_SECONDS);
    assertThat(wire.news()).containsExactly("ping", "ping");
    seconds(WebSocketStream.PING_SECONDS);
    assertThat(wire.news()).containsExactly("abort");
  }

  @Test
  void a_close_is_answered_with_the_same() {
    say(8, (byte) 3, (byte) 0xE9);
    publish(new StreamKey.Home(ANA));
    assertThat(wire.news()).containsExactly("close 1001, end");
  }

  @Test
  void an_end_from_here_is_told_once_and_waits_for_its_answer() {
    say("+user");
    stream.end(CloseStatus.ENDED);
    stream.end(CloseStatus.RESTART);
    publish(new StreamKey.Home(ANA));
    assertThat(wire.news()).containsExactly("close 1000");
    say(8, (byte) 3, (byte) 0xE8);
    assertThat(wire.news()).containsExactly("abort");
    seconds(Client.CLOSING_SECONDS_MAX + 1);
    assertThat(wire.news()).containsExactly("abort");
  }

  @Test
  void a_reader_who_is_too_slow_is_cut_off() {
    say("+user");
    wire.isFull = true;
    publish(new StreamKey.Home(ANA));
    publish(new StreamKey.Home(ANA));
    assertThat(wire.news()).containsExactly("cut, close 1013, end");
  }

  @Test
  void a_binary_message_closes_it() {
    say(2, (byte) 1);
    assertThat(wire.news()).containsExactly("close 1003");
  }

  @Test
  void one_that_is_gone_is_forgotten() {
    say("+user");
    stream.gone();
    assertThat(streams.all()).isEmpty();
    assertThat(streams.isHeard(new StreamKey.Home(ANA))).isFalse();
  }
}
