package isegoria.timeline.streaming.http;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.timeline.streaming.memory.WebSocketStream.Request;
import isegoria.timeline.streaming.read.Asked;
import org.junit.jupiter.api.Test;

final class ClientMessagesTest {

  @Test
  void clients_join_and_leave_by_name() {
    assertThat(ClientMessages.request("{\"type\":\"subscribe\",\"stream\":\"user\"}"))
        .isEqualTo(new Request(true, Asked.of("user", null, null)));
    assertThat(
            ClientMessages.request(
                "{\"type\":\"unsubscribe\",\"stream\":\"hashtag\",\"tag\":\"Cats\"}"))
        .isEqualTo(new Request(false, Asked.of("hashtag", "Cats", null)));
    assertThat(ClientMessages.request("{\"type\":\"subscribe\",\"stream\":[\"list\"],\"list\":12}"))
        .isEqualTo(new Request(true, Asked.of("list", null, "12")));
    assertThat(ClientMessages.request("{\"type\":\"subscribe\"}"))
        .isEqualTo(new Request(true, Asked.Refused.UNKNOWN));
  }

  @Test
  void words_that_mean_nothing_here_are_none() {
    assertThat(ClientMessages.request("")).isNull();
    assertThat(ClientMessages.request("{\"type\":\"sub")).isNull();
    assertThat(ClientMessages.request("[1]")).isNull();
    assertThat(ClientMessages.request("\"subscribe\"")).isNull();
    assertThat(ClientMessages.request("{\"type\":\"hello\",\"stream\":\"user\"}")).isNull();
    assertThat(ClientMessages.request("[".repeat(4_000))).isNull();
  }

  @Test
  void the_answer_to_a_key_is_that_of_the_standard() {
    assertThat(WebSocketHandshake.answerTo("dGhlIHNhbXBsZSBub25jZQ=="))
        .isEqualTo("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
  }
}
