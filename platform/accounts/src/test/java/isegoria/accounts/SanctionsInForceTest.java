package isegoria.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.accounts.Sanction.Kind;
import isegoria.api.view.AccountSanctions;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SanctionsInForceTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final long ANA = 1;
  private static final long BO = 2;
  private static final long POST = 10;

  private final SanctionsInForce sanctions = new SanctionsInForce();

  @Test
  void a_removal_takes_down_a_post_of_its_subject_and_no_other() {
    sanctions.impose(ANA, "k", new Sanction(Kind.REMOVE_POST, POST, null));
    assertThat(sanctions.hides(POST, ANA, NOON)).isTrue();
    assertThat(sanctions.isRemoved(POST, BO, NOON)).isFalse();
    assertThat(sanctions.isRemoved(POST + 1, ANA, NOON)).isFalse();
    assertThat(sanctions.of(ANA, NOON)).isEqualTo(AccountSanctions.NONE);
  }

  @Test
  void a_suspension_hides_all_posts_until_it_is_lifted() {
    sanctions.impose(ANA, "k", new Sanction(Kind.SUSPEND, null, null));
    assertThat(sanctions.hides(POST, ANA, NOON)).isTrue();
    assertThat(sanctions.of(ANA, NOON).mayWrite()).isFalse();
    sanctions.lift(ANA, "k");
    assertThat(sanctions.hides(POST, ANA, NOON)).isFalse();
    assertThat(sanctions.of(ANA, NOON).mayWrite()).isTrue();
  }

  @Test
  void a_sanction_ends_by_itself() {
    sanctions.impose(ANA, "k", new Sanction(Kind.FREEZE, null, LATER));
    sanctions.impose(ANA, "p", new Sanction(Kind.REMOVE_POST, POST, LATER));
    assertThat(sanctions.of(ANA, NOON).frozen()).isTrue();
    assertThat(sanctions.of(ANA, LATER)).isEqualTo(AccountSanctions.NONE);
    assertThat(sanctions.isRemoved(POST, ANA, LATER)).isFalse();
  }

  @Test
  void one_of_two_that_is_lifted_leaves_the_other() {
    sanctions.impose(ANA, "one", new Sanction(Kind.LIMIT, null, null));
    sanctions.impose(ANA, "two", new Sanction(Kind.FREEZE, null, null));
    sanctions.lift(ANA, "one");
    assertThat(sanctions.of(ANA, NOON)).isEqualTo(new AccountSanctions(false, true, false));
  }
}
