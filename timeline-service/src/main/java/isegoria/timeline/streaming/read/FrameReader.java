package isegoria.timeline.streaming.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a client sends on a WebSocket, in whatever pieces it comes. Between messages it holds
 * no memory.
 */
public final class FrameReader {

  /** The largest message of a client: it subscribes and unsubscribes, in a line each. */
  public static final int MESSAGE_BYTES_MAX = 4 * 1_024;

  private static final int MASK_BYTES = 4;
  private static final int RESERVED_BITS = 0x70;
  private static final int OPCODE_BITS = 0x0F;
  private static final int MASKED_BIT = 0x80;
  private static final int LENGTH_BITS = 0x7F;
  private static final int CONTROL_BIT = 0x08;
  private static final int CODE_BYTES = 2;
  private static final byte[] NOTHING = new byte[0];

  /** What came. */
  public sealed interface Message {
    /** A whole text. */
    record Text(String text) implements Message {}

    /** The other side asks whether this one is there. */
    @SuppressWarnings("ArrayRecordComponent") // Bytes on their way back, never compared.
    record Ping(byte[] payload) implements Message {}

    /** The beginning of a message, or more of it. */
    record Part() implements Message {}

    /** The other side is there. */
    record Pong() implements Message {}

    /** The other side closes, or answers a close; 0: without a status. */
    record Close(int code) implements Message {}

    /** It cannot be gone on with. */
    record Broken(CloseStatus because) implements Message {}
  }

  private byte[] pending = NOTHING;
  private byte @Nullable [] parts;
  private boolean ended;

  /** Takes bytes and tells the messages that they complete; after the last one nothing is read. */
  public void read(byte[] bytes, int length, Consumer<Message> to) {
    byte[] all = Arrays.copyOf(pending, pending.length + length);
    System.arraycopy(bytes, 0, all, pending.length, length);
    ByteBuffer in = ByteBuffer.wrap(all);
    while (!ended) {
      in.mark();
      Message message = next(in);
      if (message == null) {
        in.reset();
        break;
      }
      ended = message instanceof Message.Broken || message instanceof Message.Close;
      to.accept(message);
    }
    pending =
        ended || !in.hasRemaining() ? NOTHING : Arrays.copyOfRange(all, in.position(), all.length);
  }

  /** Null while a frame is not complete. */
  private @Nullable Message next(ByteBuffer in) {
    if (in.remaining() < 2) {
      return null;
    }
    int first = in.get();
    int second = in.get();
    int opcode = first & OPCODE_BITS;
    boolean isLast = (first & WebSocketFrames.FINAL_BIT) != 0;
    int shortLength = second & LENGTH_BITS;
    boolean isControl = (opcode & CONTROL_BIT) != 0;
    if ((first & RESERVED_BITS) != 0
        || (second & MASKED_BIT) == 0
        || (isControl && (!isLast || shortLength > WebSocketFrames.SHORT_MAX))) {
      return new Message.Broken(CloseStatus.PROTOCOL_ERROR);
    }
    int lengthBytes = lengthBytes(shortLength);
    if (in.remaining() < lengthBytes + MASK_BYTES) {
      return null;
    }
    long length = length(in, shortLength);
    if (length < 0 || length > MESSAGE_BYTES_MAX) {
      return new Message.Broken(CloseStatus.TOO_LARGE);
    }
    byte[] mask = new byte[MASK_BYTES];
    in.get(mask);
    if (in.remaining() < length) {
      return null;
    }
    byte[] payload = new byte[(int) length];
    in.get(payload);
    for (int i = 0; i < payload.length; i++) {
      payload[i] ^= mask[i % MASK_BYTES];
    }
    return isControl ? control(opcode, payload) : data(opcode, isLast, payload);
  }

  private static int lengthBytes(int shortLength) {
    return switch (shortLength) {
      case WebSocketFrames.TWO_BYTES -> Short.BYTES;
      case WebSocketFrames.EIGHT_BYTES -> Long.BYTES;
      default -> 0;
    };
  }

  private static long length(ByteBuffer in, int shortLength) {
    return switch (shortLength) {
      case WebSocketFrames.TWO_BYTES -> Short.toUnsignedInt(in.getShort());
      case WebSocketFrames.EIGHT_BYTES -> in.getLong();
      default -> shortLength;
    };
  }

  private static Message control(int opcode, byte[] payload) {
    return switch (opcode) {
      case WebSocketFrames.PING -> new Message.Ping(payload);
      case WebSocketFrames.PONG -> new Message.Pong();
      case WebSocketFrames.CLOSE ->
          payload.length == 1
              ? new Message.Broken(CloseStatus.PROTOCOL_ERROR)
              : new Message.Close(
                  payload.length < CODE_BYTES
                      ? 0
                      : Short.toUnsignedInt(ByteBuffer.wrap(payload).getShort()));
      default -> new Message.Broken(CloseStatus.PROTOCOL_ERROR);
    };
  }

  private Message data(int opcode, boolean isLast, byte[] payload) {
    boolean goesOn = opcode == WebSocketFrames.CONTINUATION;
    if (opcode == WebSocketFrames.BINARY) {
      return new Message.Broken(CloseStatus.NOT_TEXT);
    }
    if (opcode > WebSocketFrames.TEXT || goesOn == (parts == null)) {
      return new Message.Broken(CloseStatus.PROTOCOL_ERROR);
    }
    byte[] before = parts == null ? NOTHING : parts;
    if (before.length + payload.length > MESSAGE_BYTES_MAX) {
      return new Message.Broken(CloseStatus.TOO_LARGE);
    }
    byte[] whole = Arrays.copyOf(before, before.length + payload.length);
    System.arraycopy(payload, 0, whole, before.length, payload.length);
    parts = isLast ? null : whole;
    return isLast ? text(whole) : new Message.Part();
  }

  private static Message text(byte[] bytes) {
    try {
      return new Message.Text(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException malformed) {
      return new Message.Broken(CloseStatus.NOT_UTF_8);
    }
  }
}
