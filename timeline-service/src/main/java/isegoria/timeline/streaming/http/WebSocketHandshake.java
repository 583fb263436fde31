package isegoria.timeline.streaming.http;

import isegoria.edge.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.springframework.http.HttpHeaders;

/**
 * The handshake of a WebSocket (RFC 6455). The gateway is the other side, so there is no
 * sub-protocol, which would be a token, and no compression, whose memory no idle stream is worth.
 */
final class WebSocketHandshake {

  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final String VERSION = "13";
  private static final int KEY_BYTES = 16;

  private WebSocketHandshake() {}

  /** What the server answers to the client's key; throws 400 or 426 where it is no handshake. */
  static String accepted(HttpServletRequest request) {
    if (!"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
      throw new ApiException(400, "A WebSocket is expected here");
    }
    if (!VERSION.equals(request.getHeader("Sec-WebSocket-Version"))) {
      throw new ApiException(426, "Sec-WebSocket-Version must be " + VERSION);
    }
    String key = request.getHeader("Sec-WebSocket-Key");
    if (key == null || !isKey(key)) {
      throw new ApiException(400, "Sec-WebSocket-Key must be 16 bytes in base64");
    }
    return answerTo(key);
  }

  static void answer(HttpServletResponse response, String accepted) {
    response.setHeader(HttpHeaders.UPGRADE, "websocket");
    response.setHeader(HttpHeaders.CONNECTION, "Upgrade");
    response.setHeader("Sec-WebSocket-Accept", accepted);
  }

  private static boolean isKey(String key) {
    try {
      return Base64.getDecoder().decode(key).length == KEY_BYTES;
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  /** The key and the constant of the standard, hashed as it says. */
  static String answerTo(String key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      byte[] hash = digest.digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("SHA-1: missing (expected: in every JDK)", absent);
    }
  }
}
