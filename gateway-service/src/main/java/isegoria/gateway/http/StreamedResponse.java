package isegoria.gateway.http;

import java.util.concurrent.atomic.AtomicReference;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/**
 * An answer without an end, such as server-sent events. A piece of it is passed on when the
 * client's connection takes more: the server by itself takes over a hundred pieces ahead, and holds
 * them for a client that reads nothing.
 */
final class StreamedResponse extends ServerHttpResponseDecorator {
  private static final String NAME = "writability";

  StreamedResponse(ServerHttpResponse response) {
    super(response);
  }

  @Override
  public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
    return Mono.defer(() -> {
      var client = new AtomicReference<Writability>();
      HttpServerResponse answer = getNativeResponse(this);
      answer.withConnection(connection -> {
        var writability = new Writability(connection.channel());
        connection.addHandlerLast(NAME, writability);
        client.set(writability);
      });
      return super.writeAndFlushWith(
          Flux.from(body).concatMap(piece -> whenWritable(client.get(), piece), /* prefetch= */ 0));
    });
  }

  private static Mono<Publisher<? extends DataBuffer>> whenWritable(
      Writability client, Publisher<? extends DataBuffer> piece) {
    return client
        .writable()
        .<Publisher<? extends DataBuffer>>thenReturn(piece)
        .doOnCancel(() -> Flux.from(piece).subscribe(DataBufferUtils.releaseConsumer()));
  }
}
