package isegoria.gateway.auth;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * Ended tokens, by their public names, as this gateway learns of them: from the topic that every
 * gateway tails, and from the answer to a revocation that passes through this one.
 */
public final class Revocations {
  /** Header by which account-service names the token that a request ended. */
  public static final String HEADER = "X-Isegoria-Revoked";

  /**
   * How long the answer to a revocation waits for the tail. Other gateways tail the same partition
   * and hear of it in the same moment; one that hears later serves a cached verdict for its minute.
   */
  private static final Duration HEARD_MAX = Duration.ofSeconds(2);

  /** Over how long the questions about open streams are spread, and how often each is repeated. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);

  private final PhantomTokens tokens;
  private final Runnable unheard;

  /** What the tail heard of. */
  private final Sinks.Many<String> heard = Sinks.many().multicast().directBestEffort();

  /** What this gateway learned of, by its tail or by an answer. */
  private final Sinks.Many<String> ended = Sinks.many().multicast().directBestEffort();

  /** Ends may have been missed. */
  private final Sinks.Many<Boolean> unsure = Sinks.many().multicast().directBestEffort();

  private volatile boolean tailing;

  /**
   * Nothing is heard of yet.
   *
   * @param unheard counts answers that were given before the tail heard of their revocation
   */
  public Revocations(PhantomTokens tokens, Runnable unheard) {
    this.tokens = tokens;
    this.unheard = unheard;
  }

  /**
   * Completes when the token of a stream has ended; never, if it was opened without one.
   *
   * <p>Ends that were not heard of are found by looking at the token again.
   */
  public Mono<Void> endOf(ServerWebExchange exchange) {
    return OpaqueToken.of(exchange).map(this::endOf).orElseGet(Mono::never);
  }

  private Mono<Void> endOf(OpaqueToken token) {
    String sid = token.sid();
    return Flux.merge(
            ended.asFlux().filter(sid::equals),
            Flux.defer(() -> tokens.isRevoked(sid) ? Flux.just(sid) : Flux.empty()),
            unsure.asFlux().onBackpressureDrop().concatMap(_ -> ifEnded(token), 1))
        .next()
        .then();
  }

  /** Asks about a token, until account-service answers: no answer does not mean that it ended. */
  private Mono<String> ifEnded(OpaqueToken token) {
    Duration spread =
        LOOK_AGAIN.multipliedBy(ThreadLocalRandom.current().nextInt(100)).dividedBy(100);
    return Mono.delay(spread)
        .then(Mono.defer(() -> tokens.verdictOn(token)))
        .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, LOOK_AGAIN))
        .filter(TokenStatus.Inactive.class::isInstance)
        .map(_ -> token.sid());
  }

  /** While nothing is heard, what is open is looked at as often as what is cached. */
  public void lookAgain() {
    if (!tailing) {
      emit(unsure, true);
    }
  }

  /** The tail reads the topic's end from now on. What was revoked before is not known. */
  public void tailing() {
    tokens.forgetAll();
    tailing = true;
    emit(unsure, true);
  }

  /** The topic cannot be read: a cached verdict's age bounds what is missed. */
  public void lost() {
    tailing = false;
  }

  /** Whether revocations are heard of now. */
  public boolean isTailing() {
    return tailing;
  }

  /** The topic says that a token has ended. */
  public void heard(String sid) {
    end(sid);
    emit(heard, sid);
  }

  private void end(String sid) {
    tokens.revoke(sid);
    emit(ended, sid);
  }

  /** One at a time, as these sinks need it. */
  private static <T> void emit(Sinks.Many<T> sink, T value) {
    synchronized (sink) {
      sink.tryEmitNext(value);
    }
  }

  /** An answer says that a token has ended; completes when the tail has heard of it as well. */
  public Mono<Void> carried(String sid) {
    Flux<String> already =
        Flux.defer(() -> {
          boolean known = tokens.isRevoked(sid);
          end(sid);
          return known ? Flux.just(sid) : Flux.empty();
        });
    if (!tailing) {
      return already.then(Mono.defer(this::answeredUnheard));
    }
    // Listens first and looks second, so that what is heard in between is not missed.
    return Flux.merge(heard.asFlux().filter(sid::equals), already)
        .next()
        .then()
        .timeout(HEARD_MAX, Mono.defer(this::answeredUnheard));
  }

  private Mono<Void> answeredUnheard() {
    unheard.run();
    LOG.atWarn()
        .addKeyValue("event", "revocation-unheard")
        .log(
            "revocation answered before the tail has it; other gateways may serve it for a minute");
    return Mono.empty();
  }
}
