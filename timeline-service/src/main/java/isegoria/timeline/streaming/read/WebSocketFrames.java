package isegoria.timeline.streaming.read;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Frames of a WebSocket (RFC 6455) from a server: whole and without a mask. */
public final class WebSocketFrames {

  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  static final int FINAL_BIT = 0x80;

  /** Lengths up to this one stand in the second byte, and frames of control are no longer. */
  static final int SHORT_MAX = 125;

  /** In place of a length: two bytes of it follow, or eight. */
  static final int TWO_BYTES = 126;

  static final int EIGHT_BYTES = 127;

  private static final int HEADER_BYTES_MAX = 10;
  private static final int UNSIGNED_SHORT_MAX = 0xFFFF;

  private static final byte[] NOTHING = new byte[0];

  /** Shared by all: it is never changed. */
  private static final byte[] EMPTY_PING = frame(PING, NOTHING);

  private WebSocketFrames() {}

  public static byte[] text(String text) {
    return frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  public static byte[] ping() {
    return EMPTY_PING;
  }

  public static byte[] pong(byte[] payload) {
    return frame(PONG, payload);
  }

  /** Zero: without a status. */
  public static byte[] close(int code) {
    byte[] status = code == 0 ? NOTHING : new byte[] {(byte) (code >> Byte.SIZE), (byte) code};
    return frame(CLOSE, status);
  }

  private static byte[] frame(int opcode, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(HEADER_BYTES_MAX + payload.length);
    frame.put((byte) (FINAL_BIT | opcode));
    if (payload.length <= SHORT_MAX) {
      frame.put((byte) payload.length);
    } else if (payload.length <= UNSIGNED_SHORT_MAX) {
      frame.put((byte) TWO_BYTES).putShort((short) payload.length);
    } else {
      frame.put((byte) EIGHT_BYTES).putLong(payload.length);
    }
    frame.put(payload).flip();
    byte[] bytes = new byte[frame.remaining()];
    frame.get(bytes);
    return bytes;
  }
}
