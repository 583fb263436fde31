package isegoria.tests;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.platform.Killer;
import isegoria.tests.signup.SignUpAudit;
import isegoria.tests.survivor.Survival;
import isegoria.tests.world.Comparison;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** One load, and three oracles that each say what a kill may not do. */
final class KillsIT {
  private static final Kills.Sizes SIZES =
      new Kills.Sizes(40, 100, List.of("kafka", "post"), Settings.ofProcess().seed());

  private final Shared shared = Shared.system();
  private final CompletableFuture<Survival.Result> survival = new CompletableFuture<>();
  private final CompletableFuture<SignUpAudit.Result> signUps = new CompletableFuture<>();

  @Test
  void nothing_is_lost_doubled_or_stuck_and_homes_are_read_while_instances_are_killed()
      throws IOException {
    Comparison homes = Kills.run(shared.processes(), SIZES, this::killAll);

    assertThat(homes.holds()).as(homes.line()).isTrue();
    assertThat(homes.entries()).isPositive();

    Survival.Result read = survival.join();
    assertThat(read.comparison().holds()).as(read.line()).isTrue();
    assertThat(read.failed()).as(read.line()).isZero();
    assertThat(read.partial()).as(read.line()).isZero();
    assertThat(read.holds()).as(read.line()).isTrue();
    assertThat(read.comparison().entries()).isPositive();

    SignUpAudit.Result signedUp = signUps.join();
    assertThat(signedUp.lost()).as(signedUp.line()).isZero();
    assertThat(signedUp.stuck()).as(signedUp.line()).isZero();
    assertThat(signedUp.acknowledged()).isPositive();
  }

  /** Readers first: no page waits for a broker that is away. */
  private void killAll(Killer killer) {
    survival.complete(
        Survival.run(
            shared.processes(), shared.app(), 8, Duration.ofSeconds(1), Shared::freshName));
    System.out.println(survival.join().line());
    killer.killInTurn(SIZES.names());
    signUps.complete(SignUps.run(shared.app(), killer, 1, false));
    System.out.println(signUps.join().line());
  }
}
