package isegoria.gateway.http;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Some clients send characters in a query that a URI may not have: quotes, bars, braces, letters
 * outside ASCII. They are encoded here, before the server would reject them without an answer.
 */
@Sharable
public final class LenientTarget extends ChannelInboundHandlerAdapter {
  public static final LenientTarget INSTANCE = new LenientTarget();

  private static final String ALLOWED = "!$&'()*+,-./:;=?@_~[]%#";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private LenientTarget() {}

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
    if (message instanceof HttpRequest request) {
      request.setUri(encoded(request.uri()));
    }
    super.channelRead(context, message);
  }

  static String encoded(String target) {
    StringBuilder encoded = null;
    for (int i = 0; i < target.length(); i++) {
      char c = target.charAt(i);
      boolean fits = fits(target, i);
      if (!fits && encoded == null) {
        encoded = new StringBuilder(target.length() + 16).append(target, 0, i);
      }
      if (encoded != null) {
        if (fits) {
          encoded.append(c);
        } else {
          append(encoded, c);
        }
      }
    }
    return encoded == null ? target : encoded.toString();
  }

  /** The decoder makes one character of each byte, so that one character becomes one byte again. */
  private static void append(StringBuilder encoded, char c) {
    byte[] bytes =
        c <= 0xFF ? new byte[] {(byte) c} : Character.toString(c).getBytes(StandardCharsets.UTF_8);
    for (byte b : bytes) {
      encoded.append('%').append(HEX.toHexDigits(b));
    }
  }

  /** A per cent sign fits only before two digits. */
  private static boolean fits(String target, int at) {
    char c = target.charAt(at);
    if (c == '%') {
      return at + 2 < target.length()
          && HexFormat.isHexDigit(target.charAt(at + 1))
          && HexFormat.isHexDigit(target.charAt(at + 2));
    }
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || ALLOWED.indexOf(c) >= 0;
  }
}
