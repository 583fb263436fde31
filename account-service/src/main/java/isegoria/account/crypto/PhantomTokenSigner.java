package isegoria.account.crypto;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import isegoria.account.read.login.AccessToken;
import isegoria.account.read.login.App;
import isegoria.events.AccountId;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Signs what the gateway passes on in place of a token: short-lived, and read by every service. */
public final class PhantomTokenSigner {

  public static final Duration LIFETIME = Duration.ofMinutes(2);

  /** A longer address stays unsaid: it would travel with every request. */
  private static final int WEBSITE_CHARACTERS_MAX = 500;

  private record Key(String source, String id, ECDSASigner signer) {}

  private final Supplier<String> source;
  private volatile @Nullable Key key;

  /** Takes where the private key is read; it may be replaced while this runs. */
  public PhantomTokenSigner(Supplier<String> source) {
    this.source = source;
  }

  /** With the name of the token's app, which posts show; null when the app is gone. */
  public String sign(AccessToken token, @Nullable App app, String role, Instant now) {
    Key current = current();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .claim("app", Long.toString(token.appId()))
            .claim("scope", token.scopes().toString())
            .claim("sid", token.sid())
            .claim("role", role)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFETIME)));
    if (app != null) {
      String website = app.website();
      claims.claim("app_name", app.name());
      claims.claim(
          "app_website",
          website == null || website.length() > WEBSITE_CHARACTERS_MAX ? null : website);
    }
    AccountId account = token.accountId();
    if (account != null) {
      claims.subject(account.toString());
    }
    SignedJWT jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(current.id()).build(), claims.build());
    try {
      jwt.sign(current.signer());
    } catch (JOSEException e) {
      throw new IllegalStateException("signing key: does not sign (expected: EC P-256)", e);
    }
    return jwt.serialize();
  }

  private Key current() {
    String json = source.get();
    Key known = key;
    if (known != null && known.source().equals(json)) {
      return known;
    }
    try {
      ECKey parsed = ECKey.parse(json);
      Key fresh = new Key(json, parsed.getKeyID(), new ECDSASigner(parsed));
      key = fresh;
      return fresh;
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException("signing-key.json: not a private EC key", e);
    }
  }
}
