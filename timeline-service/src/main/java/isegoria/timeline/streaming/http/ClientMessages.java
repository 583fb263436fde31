package isegoria.timeline.streaming.http;

import isegoria.api.ApiJson;
import isegoria.timeline.streaming.memory.WebSocketStream.Request;
import isegoria.timeline.streaming.read.Asked;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What clients say on a WebSocket: {@code {"type":"subscribe","stream":"user"}} and the like. */
final class ClientMessages {

  private ClientMessages() {}

  /** Null for what is no request: clients of other servers send words of their own. */
  static @Nullable Request request(String json) {
    JsonNode message;
    try {
      message = ApiJson.MAPPER.readTree(json);
    } catch (JacksonException broken) {
      return null;
    }
    Asked asked = Asked.of(text(message, "stream"), text(message, "tag"), text(message, "list"));
    return switch (text(message, "type")) {
      case "subscribe" -> new Request(true, asked);
      case "unsubscribe" -> new Request(false, asked);
      case null, default -> null;
    };
  }

  /** Some clients send a list of one. */
  private static @Nullable String text(JsonNode message, String name) {
    JsonNode value = message.path(name);
    JsonNode first = value.isArray() ? value.path(0) : value;
    return first.isString() || first.isNumber() ? first.asString() : null;
  }
}
