package isegoria.edge;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import isegoria.api.error.Problem;
import isegoria.api.scope.Scopes;
import isegoria.events.AccountId;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns the gateway's short-lived signed token into a {@link Viewer}. The keys come from {@code
 * jwks.json}, so a key can be added before it signs and removed after its last token ended.
 */
public final class PhantomTokens {

  private static final Logger LOG = LoggerFactory.getLogger(PhantomTokens.class);

  /** How far the clocks of two machines may differ. */
  static final Duration CLOCK_SKEW_MAX = Duration.ofSeconds(5);

  /** Tokens whose signature need not be checked again: the gateway repeats each for a minute. */
  static final int VERIFIED_TOKENS_MAX = 20_000;

  /** A longer token is none of ours. */
  private static final int TOKEN_CHARACTERS_MAX = 4_096;

  private record Keys(int generation, String source, Map<String, ECDSAVerifier> byId) {}

  private record Verified(Viewer viewer, Instant expires, int generation) {}

  private final SecretFile file;
  private final Clock clock;
  private final Map<String, Verified> verified = new ConcurrentHashMap<>();
  private volatile Keys keys = new Keys(0, "", Map.of());

  public PhantomTokens(Path secretsDir, Clock clock) {
    this(new SecretFile(secretsDir, "jwks.json"), clock);
  }

  PhantomTokens(SecretFile file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  /** Throws 401 for any token that is not ours or not valid now. */
  public Viewer viewer(String token) {
    Keys current = keys();
    Verified known = verified.get(token);
    if (known == null || known.generation() != current.generation()) {
      known = verify(token, current);
      if (verified.size() >= VERIFIED_TOKENS_MAX) {
        verified.clear();
      }
      verified.put(token, known);
    }
    if (clock.instant().isAfter(known.expires().plus(CLOCK_SKEW_MAX))) {
      verified.remove(token);
      throw new ApiException(Problem.TOKEN_INVALID);
    }
    return known.viewer();
  }

  /** Whether there is a key to check tokens with. */
  public boolean hasKeys() {
    return !keys().byId().isEmpty();
  }

  private Verified verify(String token, Keys current) {
    try {
      if (token.length() > TOKEN_CHARACTERS_MAX) {
        throw new ApiException(Problem.TOKEN_INVALID);
      }
      SignedJWT jwt = SignedJWT.parse(token);
      String keyId = jwt.getHeader().getKeyID();
      ECDSAVerifier verifier = keyId == null ? null : current.byId().get(keyId);
      if (verifier == null
          || !JWSAlgorithm.ES256.equals(jwt.getHeader().getAlgorithm())
          || !jwt.verify(verifier)) {
        throw new ApiException(Problem.TOKEN_INVALID);
      }
      return read(jwt.getJWTClaimsSet(), current);
    } catch (ParseException | JOSEException | IllegalArgumentException bad) {
      throw new ApiException(Problem.TOKEN_INVALID);
    }
  }

  private static Verified read(JWTClaimsSet claims, Keys current) throws ParseException {
    Date expires = claims.getExpirationTime();
    String tokenId = claims.getStringClaim("sid");
    if (expires == null || tokenId == null) {
      throw new ApiException(Problem.TOKEN_INVALID);
    }
    String subject = claims.getSubject();
    String role = claims.getStringClaim("role");
    String scope = claims.getStringClaim("scope");
    var viewer =
        new Viewer(
            subject == null ? null : AccountId.of(subject),
            claims.getStringClaim("app"),
            scopes(scope),
            role == null ? Role.USER : Role.of(role),
            tokenId);
    return new Verified(viewer, expires.toInstant(), current.generation());
  }

  private static Scopes scopes(@Nullable String claim) {
    return claim == null || claim.isBlank()
        ? new Scopes(List.of())
        : new Scopes(List.of(claim.strip().split(" +", -1)));
  }

  private Keys keys() {
    String source = file.text();
    Keys current = keys;
    if (source == null || source.equals(current.source())) {
      return current;
    }
    try {
      var byId = new ConcurrentHashMap<String, ECDSAVerifier>();
      for (JWK key : JWKSet.parse(source).getKeys()) {
        if (key instanceof ECKey elliptic && elliptic.getKeyID() != null) {
          byId.put(elliptic.getKeyID(), new ECDSAVerifier(elliptic));
        }
      }
      LOG.info("token keys read: {}", byId.keySet());
      keys = new Keys(current.generation() + 1, source, Map.copyOf(byId));
    } catch (ParseException | JOSEException unreadable) {
      // Half written: the keys known so far stay, and the file is read again when it changes.
      LOG.warn(
          "jwks.json unreadable, keeping the known keys: {} (expected: a JWK set)",
          unreadable.getClass().getSimpleName());
      keys = new Keys(current.generation() + 1, source, current.byId());
    }
    return keys;
  }
}
