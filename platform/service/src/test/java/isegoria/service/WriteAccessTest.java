package isegoria.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isegoria.accounts.Sanction;
import isegoria.accounts.SanctionsInForce;
import isegoria.api.error.Problem;
import isegoria.api.scope.Scopes;
import isegoria.edge.Role;
import isegoria.edge.Viewer;
import isegoria.events.AccountId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WriteAccessTest {
  private static final AccountId ANA = new AccountId(1_234_567);
  private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

  private final SanctionsInForce sanctions = new SanctionsInForce();
  private final WriteAccess access = new WriteAccess(sanctions, Clock.fixed(NOON, ZoneOffset.UTC));

  private static Viewer ana(String scope) {
    return new Viewer(ANA, null, new Scopes(List.of(scope)), Role.USER, "token");
  }

  @Test
  void a_person_with_the_scope_writes() {
    assertThat(access.require(ana("write"), "write:lists")).isEqualTo(ANA);
    assertThatThrownBy(() -> access.require(ana("read"), "write:lists"))
        .hasMessageContaining(Problem.SCOPE_MISSING.text());
  }

  @Test
  void a_suspended_one_does_not_until_it_ends() {
    sanctions.impose(
        ANA.value(), "s", new Sanction(Sanction.Kind.SUSPEND, null, NOON.plusSeconds(1)));
    assertThatThrownBy(() -> access.require(ana("write"), "write:lists"))
        .hasMessageContaining(Problem.LOGIN_DISABLED.text());
    sanctions.impose(ANA.value(), "s", new Sanction(Sanction.Kind.SUSPEND, null, NOON));
    assertThat(access.require(ana("write"), "write:lists")).isEqualTo(ANA);
  }
}
