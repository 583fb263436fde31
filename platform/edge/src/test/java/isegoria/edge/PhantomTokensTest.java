package isegoria.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import isegoria.events.AccountId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PhantomTokensTest {

  private static final Instant NOW = Instant.parse("2026-08-08T12:00:00Z");

  private static final Tokens FIRST = Tokens.withKey("first");

  @TempDir Path secrets = Path.of("");

  private PhantomTokens tokens = new PhantomTokens(secrets, Clock.systemUTC());

  @BeforeEach
  void publish_the_first_key() {
    Tokens.publish(secrets, FIRST);
    tokens = new PhantomTokens(secrets, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void a_persons_token_says_who_through_which_app_with_which_scopes() {
    Viewer viewer = tokens.viewer(FIRST.sign("42", "read write:statuses", NOW.plusSeconds(60)));

    assertThat(viewer.account()).isEqualTo(new AccountId(42));
    assertThat(viewer.appId()).isEqualTo("5");
    assertThat(viewer.role()).isEqualTo(Role.MODERATOR);
    assertThat(viewer.require("read:accounts")).isEqualTo(new AccountId(42));
    assertThat(viewer.require("write:statuses")).isEqualTo(new AccountId(42));
    refuses(403, () -> viewer.require("write:follows"));
    refuses(403, () -> viewer.require(Role.ADMIN, "read"));
  }

  @Test
  void an_apps_token_names_nobody() {
    Viewer viewer = tokens.viewer(FIRST.sign(null, "read", NOW.plusSeconds(60)));

    refuses(422, () -> viewer.require("read"));
    refuses(403, () -> viewer.require("write"));
    assertThat(viewer.mayRead("read")).isFalse();
    assertThat(viewer.optional("read:statuses")).isNull();
  }

  @Test
  void nobody_is_asked_for_a_token() {
    refuses(401, () -> Viewer.ANONYMOUS.require("read"));
    refuses(401, Viewer.ANONYMOUS::account);
    assertThat(Viewer.ANONYMOUS.optional("read")).isNull();
  }

  @Test
  void an_expired_token_is_refused_whether_it_was_seen_before_or_not() {
    refuses(401, () -> tokens.viewer(FIRST.sign("42", "read", NOW.minusSeconds(6))));
  }

  @Test
  void other_signatures_and_no_signature_are_refused() throws JOSEException {
    var claims =
        new JWTClaimsSet.Builder()
            .subject("42")
            .claim("sid", "s")
            .expirationTime(Date.from(NOW.plusSeconds(60)))
            .build();
    var symmetric =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(), claims);
    symmetric.sign(new MACSigner(FIRST.key().toPublicJWK().toJSONString().getBytes(UTF_8)));

    refuses(401, () -> tokens.viewer(symmetric.serialize()));
    refuses(401, () -> tokens.viewer(new PlainJWT(claims).serialize()));
    refuses(401, () -> tokens.viewer(Tokens.withKey("first").sign(claims)));
    refuses(401, () -> tokens.viewer(Tokens.withKey("other").sign(claims)));
    refuses(401, () -> tokens.viewer(FIRST.sign(claims) + "x"));
    refuses(401, () -> tokens.viewer("x".repeat(10_000)));
    refuses(401, () -> tokens.viewer(""));
  }

  @Test
  void claims_of_the_wrong_kind_are_refused() {
    refuses(401, () -> tokens.viewer(FIRST.sign("forty-two", "read", NOW.plusSeconds(60))));
    refuses(401, () -> tokens.viewer(FIRST.sign(new JWTClaimsSet.Builder().build())));
    refuses(
        401,
        () ->
            tokens.viewer(
                FIRST.sign(
                    new JWTClaimsSet.Builder()
                        .claim("sid", 7)
                        .expirationTime(Date.from(NOW.plusSeconds(60)))
                        .build())));
  }

  @Test
  void a_key_added_to_the_file_counts_and_one_removed_does_not() throws IOException {
    var nanos = new AtomicLong();
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    tokens = new PhantomTokens(new SecretFile(secrets, "jwks.json", nanos::get), clock);
    Tokens second = Tokens.withKey("second");
    String before = FIRST.sign("42", "read", NOW.plusSeconds(60));
    String after = second.sign("42", "read", NOW.plusSeconds(60));
    assertThat(tokens.viewer(before).account()).isEqualTo(new AccountId(42));
    refuses(401, () -> tokens.viewer(after));

    Tokens.publish(secrets, second);
    Files.setLastModifiedTime(secrets.resolve("jwks.json"), FileTime.from(NOW));
    nanos.addAndGet(SecretFile.LOOK_INTERVAL.toNanos());

    assertThat(tokens.viewer(after).account()).isEqualTo(new AccountId(42));
    refuses(401, () -> tokens.viewer(before));
  }

  private static void refuses(
      int status, org.assertj.core.api.ThrowableAssert.ThrowingCallable asking) {
    assertThatThrownBy(asking)
        .isInstanceOfSatisfying(
            ApiException.class, refused -> assertThat(refused.status()).isEqualTo(status));
  }
}
