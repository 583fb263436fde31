package isegoria.account.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import isegoria.account.crypto.RandomText;
import isegoria.account.kafka.RevocationPublisher;
import isegoria.account.read.login.AccessToken;
import isegoria.account.read.login.Tokens;
import isegoria.api.entity.Token;
import isegoria.api.scope.Scopes;
import isegoria.events.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Issues and revokes tokens. The tables keep only their hashes. */
public final class TokenIssuer {

  /**
   * How long an ending waits for the broker. The token is gone from the table by then; without the
   * broker's word, other gateways' caches may serve it for their minute.
   */
  private static final Duration TELL_MAX = Duration.ofSeconds(2);

  private final Tokens tokens;
  private final RevocationPublisher revocationPublisher;
  private final Clock clock;
  private final Counter unconfirmed;

  public TokenIssuer(
      Tokens tokens, RevocationPublisher revocationPublisher, Clock clock, MeterRegistry meters) {
    this.tokens = tokens;
    this.revocationPublisher = revocationPublisher;
    this.clock = clock;
    this.unconfirmed =
        Counter.builder("tokens.revocations.unconfirmed")
            .description("Endings answered before the broker had their revocations")
            .register(meters);
  }

  /** A token of the account through the app, or of the app alone. */
  Token issue(@Nullable AccountId account, long appId, Scopes scopes) {
    String secret = RandomText.secret();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    tokens.put(new AccessToken(RandomText.hash(secret), account, appId, scopes, now));
    return Token.bearer(secret, scopes.toString(), now.getEpochSecond());
  }

  void end(AccessToken token) {
    end(List.of(token));
  }

  void endAll(AccountId account) {
    end(tokens.of(account));
  }

  private void end(List<AccessToken> ended) {
    ended.forEach(tokens::remove);
    CompletableFuture<?>[] told =
        ended.stream()
            .map(token -> revocationPublisher.publish(token.sid()))
            .toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(told).get(TELL_MAX.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException unknown) {
      unconfirmed.increment();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      unconfirmed.increment();
    }
  }
}
