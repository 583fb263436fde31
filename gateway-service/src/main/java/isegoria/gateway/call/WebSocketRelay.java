package isegoria.gateway.call;

import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import isegoria.gateway.http.ClientAddress;
import isegoria.gateway.http.InwardRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;

/**
 * Two WebSockets made one: first the handshake with the service, whose refusal is an ordinary
 * answer, then that with the client, then frames, pings included, from either to the other.
 *
 * <p>A frame is taken from one side only when the one before it is written to the other, so that a
 * side which does not read stops the other, and costs what one read may hold.
 */
public final class WebSocketRelay {
  /** The largest frame of a client: it subscribes and unsubscribes, in a line each. */
  private static final int CLIENT_FRAME_BYTES_MAX = 16 * 1024;

  private static final String OURS = "sec-websocket-";

  private final HttpClient http;
  private final int frameBytesMax;

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
  Mono<? extends Connection> connect(URI instance, HttpHeaders inward, ClientAddress client) {
    return http.headers(
            headers -> {
              inward.forEach((name, values) -> {
                if (isPassed(name)) {
                  headers.set(name, values);
                }
              });
              headers.set(ClientAddressHeader.NAME, client.text());
            })
        .websocket(
            WebsocketClientSpec.builder()
                .handlePing(true)
                .maxFramePayloadLength(frameBytesMax)
                .build())
        .uri(instance)
        .connect();
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
  Mono<Void> join(ServerWebExchange exchange, Connection service, Mono<WebSocketCloseStatus> end) {
    HttpServerResponse client =
        ServerHttpResponseDecorator.getNativeResponse(exchange.getResponse());
    var in = (WebsocketInbound) service.inbound();
    var out = (WebsocketOutbound) service.outbound();
    // sendWebsocket completes at the handshake, but the stream holds its place until it ends.
    Sinks.Empty<Void> ended = Sinks.empty();
    client.withConnection(connection -> connection.onDispose(ended::tryEmitEmpty));
    return exchange
        .getResponse()
        .setComplete()
        .then(
            Mono.defer(() ->
                client.sendWebsocket(
                    (fromClient, toClient) ->
                        joined(fromClient, toClient, in, out, end)
                            .doFinally(_ -> ended.tryEmitEmpty()),
                    answer(InwardRequest.of(exchange).webSocketProtocol()))))
        .then(ended.asMono())
        .doFinally(_ -> service.dispose());
  }

  private static WebsocketServerSpec answer(@Nullable String protocol) {
    var spec =
        WebsocketServerSpec.builder()
            .handlePing(true)
            .maxFramePayloadLength(CLIENT_FRAME_BYTES_MAX);
    return (protocol == null ? spec : spec.protocols(protocol)).build();
  }

  private static Mono<Void> joined(
      WebsocketInbound fromClient,
      WebsocketOutbound toClient,
      WebsocketInbound fromService,
      WebsocketOutbound toService,
      Mono<WebSocketCloseStatus> end) {
    return Mono.firstWithSignal(
            passed(fromService, toClient, WebSocketCloseStatus.SERVICE_RESTART),
            passed(fromClient, toService, WebSocketCloseStatus.ENDPOINT_UNAVAILABLE),
            end.flatMap(status ->
                written(toClient.sendClose(status.code()))
                    .then(
                        written(
                            toService.sendClose(
                                WebSocketCloseStatus.ENDPOINT_UNAVAILABLE.code())))))
        // Either side may be gone at any time; what is left is closed.
        .onErrorComplete();
  }

  /**
   * Passes frames until one side closes, then the status by which it did.
   *
   * @param lost the status that stands for a side which went without a word
   */
  private static Mono<Void> passed(
      WebsocketInbound from, WebsocketOutbound to, WebSocketCloseStatus lost) {
    return from.receiveFrames()
        .map(WebSocketFrame::retain)
        .concatMap(frame -> to.sendObject(frame).then(), 1)
        .doOnDiscard(WebSocketFrame.class, ReferenceCountUtil::release)
        .onErrorComplete()
        .then(Mono.defer(() -> from.receiveCloseStatus().onErrorComplete().defaultIfEmpty(lost)))
        .flatMap(status -> {
          if (status.equals(WebSocketCloseStatus.EMPTY)) {
            return written(to.sendClose());
          }
          return WebSocketCloseStatus.isValidStatusCode(status.code())
              ? written(to.sendClose(status.code(), status.reasonText()))
              : written(to.sendClose(lost.code()));
        });
  }

  /**
   * A close frame that is written even where its subscriber cancels: sending it ends the other
   * direction first, and a frame that is cancelled before the flush is released unsent.
   */
  private static Mono<Void> written(Mono<Void> close) {
    return Mono.fromFuture(close::toFuture, /* suppressCancel= */ true);
  }
}
