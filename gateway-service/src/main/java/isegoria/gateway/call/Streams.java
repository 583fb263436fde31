package isegoria.gateway.call;

import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.timeout.WriteTimeoutHandler;
import isegoria.gateway.auth.Caller;
import isegoria.gateway.auth.Revocations;
import isegoria.gateway.degrade.StreamPlaces;
import isegoria.gateway.http.ClientAddress;
import isegoria.gateway.http.InwardRequest;
import isegoria.gateway.http.Problem;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.http.server.HttpServerResponse;

/** What an open stream holds, and what ends it from this side. */
public final class Streams implements SmartLifecycle {
  private final StreamPlaces places;
  private final Revocations revocations;
  private final Duration stalledFor;
  private final Duration lookAgainEvery;
  private final Telemetry telemetry;
  private final Sinks.Empty<Void> stopping = Sinks.empty();
  private volatile @Nullable Disposable looking;

  /**
   * No stream is open yet.
   *
   * @param stalledFor how long a client may leave what is written to it unread
   * @param lookAgainEvery how often the tokens of streams are looked at while no revocation is
   *     heard
   */
  public Streams(
      StreamPlaces places,
      Revocations revocations,
      Duration stalledFor,
      Duration lookAgainEvery,
      Telemetry telemetry) {
    this.places = places;
    this.revocations = revocations;
    this.stalledFor = stalledFor;
    this.lookAgainEvery = lookAgainEvery;
    this.telemetry = telemetry;
  }

  /** The stream in its place, which it gives up when it ends; without a place, a refusal. */
  Mono<Void> held(ServerWebExchange exchange, Mono<Void> stream) {
    HttpServerResponse client =
        ServerHttpResponseDecorator.getNativeResponse(exchange.getResponse());
    client.withConnection(connection ->
        connection.addHandlerLast(
            "stalled", new WriteTimeoutHandler(stalledFor.toMillis(), TimeUnit.MILLISECONDS)));
    // A WebSocket is closed with a status by its relay.
    boolean closesItself = InwardRequest.of(exchange).asksForWebSocket();
    return places
        .holding(
            Caller.of(exchange).account().orElseGet(() -> ClientAddress.of(exchange).network()),
            closesItself ? stream : stream.takeUntilOther(endOf(exchange)))
        .onErrorResume(
            StreamPlaces.Full.class,
            full -> {
              telemetry.withoutPlace(full.lack());
              return switch (full.lack()) {
                case IN_ALL -> Problem.UNAVAILABLE.answer(exchange);
                case OF_ACCOUNT -> Problem.TOO_MANY.answer(exchange);
              };
            });
  }

  /** The status by which this gateway closes a stream, when it does. */
  Mono<WebSocketCloseStatus> endOf(ServerWebExchange exchange) {
    return Mono.firstWithSignal(
        revocations.endOf(exchange).thenReturn(WebSocketCloseStatus.NORMAL_CLOSURE),
        stopping.asMono().thenReturn(WebSocketCloseStatus.ENDPOINT_UNAVAILABLE));
  }

  @Override
  public void start() {
    looking = Flux.interval(lookAgainEvery).subscribe(_ -> revocations.lookAgain());
  }

  /** Before the server waits for what is under way: streams would not end in time. */
  @Override
  public void stop() {
    Disposable last = looking;
    if (last != null) {
      last.dispose();
    }
    looking = null;
    stopping.tryEmitEmpty();
  }

  @Override
  public boolean isRunning() {
    return looking != null;
  }
}
