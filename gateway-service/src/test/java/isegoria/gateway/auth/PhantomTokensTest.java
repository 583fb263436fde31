package isegoria.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isegoria.gateway.testing.ManualClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

final class PhantomTokensTest {
  private static final OpaqueToken TOKEN = OpaqueToken.of("opaque");

  private final ManualClock clock = new ManualClock();
  private final List<OpaqueToken> asked = new ArrayList<>();
  private Mono<TokenStatus> next = Mono.never();
  private final PhantomTokens tokens =
      new PhantomTokens(
          token -> {
            asked.add(token);
            return next;
          },
          100,
          Duration.ofSeconds(60),
          clock);

  private Mono<TokenStatus> active() {
    return Mono.fromSupplier(() ->
        new TokenStatus.Active(
            new Caller.Bearer(TOKEN.sid(), "1", "jwt"), clock.instant().plusSeconds(120)));
  }

  private TokenStatus verdict() {
    return Objects.requireNonNull(tokens.verdictOn(TOKEN).block(Duration.ofSeconds(5)));
  }

  @Test
  void a_verdict_is_kept_for_a_minute_and_not_longer() {
    next = active();
    verdict();
    clock.advance(Duration.ofSeconds(59));
    verdict();
    assertThat(asked).hasSize(1);

    clock.advance(Duration.ofSeconds(2));
    verdict();
    assertThat(asked).hasSize(2);
  }

  @Test
  void a_good_verdict_serves_until_its_phantom_token_ends_when_nobody_can_be_asked() {
    next = active();
    verdict();
    next = Mono.error(new IOException("down"));

    clock.advance(Duration.ofSeconds(100));
    assertThat(verdict()).isInstanceOf(TokenStatus.Active.class);

    clock.advance(Duration.ofSeconds(16));
    assertThatThrownBy(this::verdict).hasRootCauseInstanceOf(IOException.class);
  }

  @Test
  void a_bad_verdict_is_kept_shortly() {
    next = Mono.just(new TokenStatus.Inactive(null));
    verdict();
    verdict();
    assertThat(asked).hasSize(1);

    next = active();
    clock.advance(Duration.ofSeconds(6));
    assertThat(verdict()).isInstanceOf(TokenStatus.Active.class);
  }

  @Test
  void an_answer_on_its_way_does_not_outlive_a_revocation() {
    Sinks.One<TokenStatus> answer = Sinks.one();
    next = answer.asMono();
    var waiting = tokens.verdictOn(TOKEN).toFuture();

    tokens.revoke(TOKEN.sid());
    answer.tryEmitValue(
        new TokenStatus.Active(
            new Caller.Bearer(TOKEN.sid(), "1", "jwt"), clock.instant().plusSeconds(120)));

    assertThat(waiting.join()).isInstanceOf(TokenStatus.Inactive.class);
    next = Mono.error(new IOException("down"));
    assertThat(verdict()).isInstanceOf(TokenStatus.Inactive.class);
  }

  @Test
  void a_failed_question_is_not_remembered() {
    next = Mono.error(new IOException("down"));
    assertThatThrownBy(this::verdict).hasRootCauseInstanceOf(IOException.class);

    next = active();
    assertThat(verdict()).isInstanceOf(TokenStatus.Active.class);
  }

  @Test
  void the_public_name_of_a_token_is_half_its_hash() {
    assertThat(OpaqueToken.sidOf("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223");
  }
}
