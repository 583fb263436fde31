package isegoria.gateway.http;

import isegoria.gateway.route.RouteKind;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;

/**
 * A client's request on its way inwards: copied once, changed in place by the filters that it
 * passes. Its body is counted, not believed, and it remembers whether the client has sent all of
 * it: as long as it has not, waiting is the client's own doing.
 */
public final class InwardRequest extends ServerHttpRequestDecorator {
  /** Header of a WebSocket's handshake: what the client would like to speak, best first. */
  public static final String WEB_SOCKET_PROTOCOL = "Sec-WebSocket-Protocol";

  private final HttpHeaders headers;
  private final long bodyBytesMax;
  private @Nullable URI uri;
  private volatile boolean complete;

  /**
   * The request with other headers.
   *
   * @param headers without any that only we may set; owned by this request from here on
   * @param bodyBytesMax after which the body fails
   */
  InwardRequest(ServerHttpRequest request, HttpHeaders headers, long bodyBytesMax) {
    super(request);
    this.headers = headers;
    this.bodyBytesMax = bodyBytesMax;
    this.complete =
        headers.getContentLength() <= 0 && headers.getFirst(HttpHeaders.TRANSFER_ENCODING) == null;
  }

  /** The request of an exchange that passed {@link Edge}. */
  public static InwardRequest of(ServerWebExchange exchange) {
    if (exchange.getRequest() instanceof InwardRequest inward) {
      return inward;
    }
    throw new IllegalStateException(
        "request: %s (expected: from the edge)".formatted(exchange.getRequest().getClass()));
  }

  /** How large a body of these headers may be on a route of that kind. */
  static long bodyBytesMax(RouteKind kind, HttpHeaders headers) {
    MediaType type = headers.getContentType();
    return type != null && MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type)
        ? kind.uploadBytesMax()
        : kind.bodyBytesMax();
  }

  /** Whether the client has sent the whole body. */
  public boolean isComplete() {
    return complete;
  }

  /** Whether the client wants to go on with a WebSocket. */
  public boolean asksForWebSocket() {
    return "websocket".equalsIgnoreCase(headers.getUpgrade());
  }

  /** The first sub-protocol that the client offers, null if it offers none. */
  public @Nullable String webSocketProtocol() {
    String offered = headers.getFirst(WEB_SOCKET_PROTOCOL);
    return offered == null ? null : offered.split(",", 2)[0].strip();
  }

  /** Whether the request says itself that it is too large. */
  boolean saysTooLarge() {
    return headers.getContentLength() > bodyBytesMax;
  }

  /** The headers, to be changed in place. */
  @Override
  public HttpHeaders getHeaders() {
    return headers;
  }

  @Override
  public URI getURI() {
    return uri == null ? super.getURI() : uri;
  }

  /** Takes another query; the path stays. */
  public void setQuery(String rawQuery) {
    String asked = getURI().toString();
    int mark = asked.indexOf('?');
    String path = mark < 0 ? asked : asked.substring(0, mark);
    uri = URI.create(rawQuery.isEmpty() ? path : path + "?" + rawQuery);
  }

  @Override
  public Flux<DataBuffer> getBody() {
    AtomicLong seen = new AtomicLong();
    return super.getBody()
        .map(buffer -> {
          if (seen.addAndGet(buffer.readableByteCount()) > bodyBytesMax) {
            DataBufferUtils.release(buffer);
            throw new DataBufferLimitException(
                "body: too large (expected: <= " + bodyBytesMax + ")");
          }
          return buffer;
        })
        .doOnComplete(() -> complete = true);
  }
}
