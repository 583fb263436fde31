package isegoria.gateway.degrade;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.timelimiter.TimeLimiterOperator;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import isegoria.gateway.http.Problem;
import isegoria.gateway.http.SlowClient;
import isegoria.gateway.upstream.Upstream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** One bulkhead, one circuit breaker and one time limit per upstream, and its degraded answer. */
public final class ResiliencePolicies {
  /** Calls that a breaker looks back on, and the least that it judges by. */
  private static final int WINDOW_CALLS = 50;

  private static final int JUDGED_CALLS_MIN = 20;
  private static final int PROBES = 5;

  private static final Map<Upstream, FallbackResponse> DEGRADED =
      Map.of(
          Upstream.ACCOUNT, new AccountFallback(),
          Upstream.POST, new PostFallback(),
          Upstream.TIMELINE, new TimelineFallback(),
          Upstream.MODERATION, new ModerationFallback());

  private final Map<Upstream, Bulkhead> bulkheads = new EnumMap<>(Upstream.class);
  private final CircuitBreakerRegistry breakers;
  private final TimeLimiter timeLimiter;

  /**
   * Guards for every upstream.
   *
   * @param concurrentMax calls of one upstream under way at once, at the most
   * @param slow what a call may take before fewer are let in
   * @param timeLimit until an answer begins
   * @param openFor how long a breaker stays open
   */
  public ResiliencePolicies(
      int concurrentMax,
      Duration slow,
      Duration timeLimit,
      Duration openFor,
      MeterRegistry meters) {
    breakers =
        CircuitBreakerRegistry.of(
            CircuitBreakerConfig.custom()
                .slidingWindowSize(WINDOW_CALLS)
                .minimumNumberOfCalls(JUDGED_CALLS_MIN)
                .failureRateThreshold(50)
                .waitDurationInOpenState(openFor)
                .permittedNumberOfCallsInHalfOpenState(PROBES)
                .recordException(ResiliencePolicies::isUnreachable)
                .build());
    timeLimiter = TimeLimiter.of(TimeLimiterConfig.custom().timeoutDuration(timeLimit).build());
    for (Upstream upstream : Upstream.values()) {
      Bulkhead bulkhead = new Bulkhead(upstream, concurrentMax, slow, System::nanoTime);
      bulkheads.put(upstream, measured(bulkhead, upstream, meters));
      breakers.circuitBreaker(upstream.word());
    }
    TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
  }

  /** Bounds how many calls of an upstream are under way, bodies included. */
  public Mono<Void> bounded(Upstream upstream, Mono<Void> call) {
    return bulkheadOf(upstream).holding(call);
  }

  /** Bounds how long a call may take until its answer begins, and stops calling the dead. */
  public Mono<Void> guarded(Upstream upstream, Mono<Void> call) {
    CircuitBreaker breaker = breakers.circuitBreaker(upstream.word());
    return call.transformDeferred(TimeLimiterOperator.of(timeLimiter))
        .transformDeferred(CircuitBreakerOperator.of(breaker));
  }

  /** Answers in an upstream's place. */
  public Mono<Void> answerInstead(Upstream upstream, ServerWebExchange exchange) {
    var request = exchange.getRequest();
    return instead(upstream, request.getMethod(), request.getPath().pathWithinApplication().value())
        .map(json -> answer(exchange, json))
        .orElseGet(() -> Problem.UNAVAILABLE.answer(exchange));
  }

  /** What is served in an upstream's place; empty means 503. */
  public static Optional<String> instead(Upstream upstream, HttpMethod method, String path) {
    return Optional.ofNullable(DEGRADED.get(upstream))
        .flatMap(degraded -> degraded.to(method, path));
  }

  private Bulkhead bulkheadOf(Upstream upstream) {
    return Objects.requireNonNull(bulkheads.get(upstream));
  }

  public CircuitBreaker breakerOf(Upstream upstream) {
    return breakers.circuitBreaker(upstream.word());
  }

  private static Bulkhead measured(Bulkhead bulkhead, Upstream upstream, MeterRegistry meters) {
    Gauge.builder("gateway.calls.limit", bulkhead, Bulkhead::limit)
        .description("Calls of an upstream that may be under way")
        .tag("upstream", upstream.word())
        .register(meters);
    Gauge.builder("gateway.calls.active", bulkhead, Bulkhead::underWay)
        .description("Calls of an upstream that are under way")
        .tag("upstream", upstream.word())
        .register(meters);
    return bulkhead;
  }

  /**
   * An upstream that answers, even 503, is there: only silence counts. One whose broker is down
   * still serves reads.
   */
  private static boolean isUnreachable(Throwable thrown) {
    return !(thrown instanceof DataBufferLimitException || thrown instanceof SlowClient);
  }

  private static Mono<Void> answer(ServerWebExchange exchange, String json) {
    var response = exchange.getResponse();
    response.setStatusCode(HttpStatus.OK);
    response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    response.getHeaders().setContentLength(body.length);
    return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
  }
}
