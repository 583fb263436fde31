package isegoria.gateway.http;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;

/**
 * The largest body that the gateway accepts: small for text, larger for uploads. It counts the
 * bytes and does not trust Content-Length.
 */
public record BodyLimit(long bodyBytesMax, long uploadBytesMax) {

  /** Whether a request says itself that it is too large. */
  boolean refuses(ServerHttpRequest request) {
    return request.getHeaders().getContentLength() > bytesMax(request);
  }

  /** The same request, whose body fails once it has grown too large. */
  ServerHttpRequest limited(ServerHttpRequest request) {
    long max = bytesMax(request);
    return new ServerHttpRequestDecorator(request) {
      @Override
      public Flux<DataBuffer> getBody() {
        AtomicLong seen = new AtomicLong();
        return super.getBody()
            .map(buffer -> {
              if (seen.addAndGet(buffer.readableByteCount()) > max) {
                DataBufferUtils.release(buffer);
                throw new DataBufferLimitException("body: too large (expected: <= " + max + ")");
              }
              return buffer;
            });
      }
    };
  }

  private long bytesMax(ServerHttpRequest request) {
    MediaType type = request.getHeaders().getContentType();
    return type != null && MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type)
        ? uploadBytesMax
        : bodyBytesMax;
  }
}
