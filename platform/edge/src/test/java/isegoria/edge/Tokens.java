package isegoria.edge;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Signs tokens as the gateway passes them on, for tests. */
record Tokens(ECKey key) {

  static Tokens withKey(String keyId) {
    try {
      return new Tokens(new ECKeyGenerator(Curve.P_256).keyID(keyId).generate());
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Writes the public keys where a service looks for them. */
  static void publish(Path secretsDir, Tokens... all) {
    try {
      var keys =
          new JWKSet(Arrays.stream(all).<com.nimbusds.jose.jwk.JWK>map(Tokens::key).toList());
      Files.writeString(secretsDir.resolve("jwks.json"), keys.toString(true));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  String sign(@Nullable String account, String scope, Instant expires) {
    return sign(
        new JWTClaimsSet.Builder()
            .subject(account)
            .claim("app", "5")
            .claim("scope", scope)
            .claim("sid", "s1")
            .claim("role", "moderator")
            .expirationTime(Date.from(expires))
            .build());
  }

  String sign(JWTClaimsSet claims) {
    try {
      var jwt =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
      jwt.sign(new ECDSASigner(key));
      return jwt.serialize();
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
