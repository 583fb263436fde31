package isegoria.timeline.streaming.read;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event, written once for all who hear it under the same name: the bytes are shared. It belongs
 * to the thread that sends it.
 */
public final class StreamEvent {

  private final String name;
  private final @Nullable String payload;
  private final Map<List<String>, byte[]> frames = new HashMap<>(2);
  private byte @Nullable [] lines;

  /**
   * An event that is not written yet.
   *
   * @param payload null for an event without one
   */
  public StreamEvent(String name, @Nullable String payload) {
    this.name = name;
    this.payload = payload;
  }

  /** As a frame of a WebSocket. */
  public byte[] frame(Channel channel) {
    return frames.computeIfAbsent(channel.label(), label -> WebSocketFrames.text(json(label)));
  }

  /** As a server-sent event; clients take one without data for a broken one. */
  public byte[] lines() {
    if (lines == null) {
      String data = payload == null ? "{}" : payload;
      lines = ("event: " + name + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
    return lines;
  }

  private String json(List<String> label) {
    var json = new StringBuilder(payload == null ? 64 : payload.length() + payload.length() / 4);
    json.append("{\"stream\":[");
    for (int i = 0; i < label.size(); i++) {
      JsonText.append(i == 0 ? json : json.append(','), label.get(i));
    }
    JsonText.append(json.append("],\"event\":"), name);
    if (payload != null) {
      JsonText.append(json.append(",\"payload\":"), payload);
    }
    return json.append('}').toString();
  }
}
