package isegoria.account;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.account.RunningService.Answer;
import isegoria.account.write.relationship.Pair;
import isegoria.events.AccountId;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an erasure leaves between accounts. */
final class AccountErasureIT {

  /** A second walk waits for the deadline of commands first. */
  private static final Duration ENDED_MAX = Duration.ofSeconds(30);

  private AccountId open(RunningService service, String name) {
    Answer created =
        service
            .operator()
            .post(
                "/internal/operator/accounts",
                Map.of("username", name, "email", name + "@example.org"));
    assertThat(created.status()).as(created.text()).isEqualTo(200);
    return AccountId.of(created.at("/id"));
  }

  @Test
  void a_follow_that_passed_the_edge_before_an_erasure_ends_with_it() throws Exception {
    RunningService service = RunningService.shared();
    AccountId stays = open(service, "stays_here");
    AccountId goes = open(service, "goes_away");
    service.operator().post("/internal/operator/accounts/goes_away/erase");
    service.followPastTheEdge(stays, goes);
    awaitStored(service, goes + "/erasure", "/state/@type", "Erased");
    String pair = Pair.of(stays, goes).key();
    awaitStored(service, pair, "/state/low/tie/@type", "NoTie");
    awaitStored(service, pair, "/state/high/tie/@type", "NoTie");
  }

  private static void awaitStored(
      RunningService service, String key, String pointer, String expected)
      throws InterruptedException {
    long until = System.nanoTime() + ENDED_MAX.toNanos();
    Map<String, String> show = Map.of("key", key);
    while (!service
        .operator()
        .post("/internal/operator/aggregates/show", show)
        .at(pointer)
        .equals(expected)) {
      assertThat(System.nanoTime()).as(key).isLessThan(until);
      Thread.sleep(50);
    }
  }
}
