package isegoria.gateway.call;

import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import isegoria.gateway.http.ClientAddress;
import isegoria.gateway.http.InwardRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;

/**
 * Two WebSockets made one: first the handshake with the service, whose refusal is an ordinary
 * answer, then that with the client, then frames, pings included, from either to the other.
 */
public final class WebSocketRelay {
  /** The largest frame of a client: it subscribes and unsubscribes, in a line each. */
  private static final int CLIENT_FRAME_BYTES_MAX = 16 * 1024;

  private static final String OURS = "sec-websocket-";

  /** The name of a side in the pipeline of its connection. */
  private static final String SIDE = "web-socket-side";

  private final HttpClient http;
  private final int frameBytesMax;

  /** A connection with a service, whose frames wait for a client. */
  record ServiceEnd(Connection connection, WebSocketSide side) {}

  /**
   * A relay.
   *
   * @param http whose connections are not shared: a stream keeps its own
   * @param frameBytesMax the largest frame of a service
   */
  public WebSocketRelay(HttpClient http, int frameBytesMax) {
    this.http = http;
    this.frameBytesMax = frameBytesMax;
  }

  /** Shakes hands with a service; what it refuses is an error with its status. */
  Mono<ServiceEnd> connect(URI instance, HttpHeaders inward, ClientAddress client) {
    return Mono.defer(() -> {
      var side = new WebSocketSide(WebSocketCloseStatus.SERVICE_RESTART);
      return http.headers(
              headers -> {
                inward.forEach((name, values) -> {
                  if (isPassed(name)) {
                    headers.set(name, values);
                  }
                });
                headers.set(ClientAddressHeader.NAME, client.text());
              })
          .doOnConnected(connection -> connection.addHandlerLast(SIDE, side))
          .websocket(WebsocketClientSpec.builder().maxFramePayloadLength(frameBytesMax).build())
          .uri(instance)
          .connect()
          .map(connection -> new ServiceEnd(connection, side));
    });
  }

  /** The handshake with the service is its own, without the sub-protocol, which may be a token. */
  private static boolean isPassed(String name) {
    return !name.regionMatches(true, 0, OURS, 0, OURS.length())
        && !name.equalsIgnoreCase(HttpHeaders.CONNECTION)
        && !name.equalsIgnoreCase(HttpHeaders.UPGRADE)
        && !name.equalsIgnoreCase(HttpHeaders.HOST)
        && !name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH);
  }

  /**
   * Shakes hands with the client and passes frames until either side, or the gateway, closes.
   *
   * @param end the status by which the gateway closes the stream, if it does
   */
  Mono<Void> join(ServerWebExchange exchange, ServiceEnd service, Mono<WebSocketCloseStatus> end) {
    HttpServerResponse client =
        ServerHttpResponseDecorator.getNativeResponse(exchange.getResponse());
    var side = new WebSocketSide(WebSocketCloseStatus.ENDPOINT_UNAVAILABLE);
    client.withConnection(connection -> connection.addHandlerLast(SIDE, side));
    Mono<Void> ended = Mono.when(side.ended(), service.side().ended());
    Mono<Void> closed =
        end.doOnNext(
                status -> {
                  side.close(status);
                  service.side().close(WebSocketCloseStatus.ENDPOINT_UNAVAILABLE);
                })
            .then(ended);
    return exchange
        .getResponse()
        .setComplete()
        .then(
            Mono.defer(() ->
                client.sendWebsocket(
                    (_, _) -> {
                      side.join(service.side());
                      service.side().join(side);
                      return ended;
                    },
                    answer(InwardRequest.of(exchange).webSocketProtocol()))))
        // That completes at the handshake, but the stream holds its place until it ends.
        .then(Mono.firstWithSignal(ended, closed))
        .doFinally(_ -> service.connection().dispose());
  }

  private static WebsocketServerSpec answer(@Nullable String protocol) {
    var spec = WebsocketServerSpec.builder().maxFramePayloadLength(CLIENT_FRAME_BYTES_MAX);
    return (protocol == null ? spec : spec.protocols(protocol)).build();
  }
}
