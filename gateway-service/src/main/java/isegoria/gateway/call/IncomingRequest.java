package isegoria.gateway.call;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;

/**
 * A request that remembers whether its client has sent all of it: as long as it has not, waiting is
 * the client's own doing, and must not be held against an instance.
 */
final class IncomingRequest extends ServerHttpRequestDecorator {
  private static final String ATTRIBUTE = IncomingRequest.class.getName();

  private volatile boolean complete;

  private IncomingRequest(ServerHttpRequest request) {
    super(request);
    HttpHeaders headers = request.getHeaders();
    this.complete =
        headers.getContentLength() <= 0 && headers.getFirst(HttpHeaders.TRANSFER_ENCODING) == null;
  }

  /** The request, watched for this exchange. */
  static ServerHttpRequest watched(ServerHttpRequest request, ServerWebExchange exchange) {
    var incoming = new IncomingRequest(request);
    exchange.getAttributes().put(ATTRIBUTE, incoming);
    return incoming;
  }

  static boolean isComplete(ServerWebExchange exchange) {
    return !(exchange.getAttribute(ATTRIBUTE) instanceof IncomingRequest incoming)
        || incoming.complete;
  }

  @Override
  public Flux<DataBuffer> getBody() {
    return super.getBody().doOnComplete(() -> complete = true);
  }
}
