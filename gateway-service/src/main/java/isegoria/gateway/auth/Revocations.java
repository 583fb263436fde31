package isegoria.gateway.auth;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

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

  private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);

  private final PhantomTokens tokens;
  private final Runnable unheard;
  private final Sinks.Many<String> heard = Sinks.many().multicast().directBestEffort();
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

  /** The tail reads the topic's end from now on. What was revoked before is not known. */
  public void tailing() {
    tokens.forgetAll();
    tailing = true;
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
    tokens.revoke(sid);
    synchronized (heard) {
      heard.tryEmitNext(sid);
    }
  }

  /** An answer says that a token has ended; completes when the tail has heard of it as well. */
  public Mono<Void> carried(String sid) {
    Flux<String> already =
        Flux.defer(() -> {
          boolean known = tokens.isRevoked(sid);
          tokens.revoke(sid);
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
