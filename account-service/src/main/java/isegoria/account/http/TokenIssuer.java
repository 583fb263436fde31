package isegoria.account.http;

import isegoria.account.crypto.RandomText;
import isegoria.account.kafka.RevocationPublisher;
import isegoria.account.read.login.AccessToken;
import isegoria.account.read.login.Tokens;
import isegoria.api.entity.Token;
import isegoria.api.scope.Scopes;
import isegoria.events.AccountId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Issues and revokes tokens. The tables keep only their hashes. */
public final class TokenIssuer {

  private final Tokens tokens;
  private final RevocationPublisher revocationPublisher;
  private final Clock clock;

  public TokenIssuer(Tokens tokens, RevocationPublisher revocationPublisher, Clock clock) {
    this.tokens = tokens;
    this.revocationPublisher = revocationPublisher;
    this.clock = clock;
  }

  /** A token of the account through the app, or of the app alone. */
  Token issue(@Nullable AccountId account, long appId, Scopes scopes) {
    String secret = RandomText.secret();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    tokens.put(new AccessToken(RandomText.hash(secret), account, appId, scopes, now));
    return Token.bearer(secret, scopes.toString(), now.getEpochSecond());
  }

  void end(AccessToken token) {
    tokens.remove(token);
    revocationPublisher.publish(token.sid());
  }

  void endAll(AccountId account) {
    tokens.of(account).forEach(this::end);
  }
}
