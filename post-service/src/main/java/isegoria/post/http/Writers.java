package isegoria.post.http;

import isegoria.api.error.Problem;
import isegoria.edge.Refused;
import isegoria.edge.Viewer;
import isegoria.events.AccountId;
import isegoria.post.read.account.AccountTable;
import isegoria.post.read.sanction.Sanctions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Who may write now: a person with the scope, whom no sanction silences. */
final class Writers {

  /** How long one who signed up a moment ago waits until this service has heard of it. */
  private static final Duration HEARD_OF_WAIT_MAX = Duration.ofSeconds(2);

  private static final Duration HEARD_OF_WAIT_STEP = Duration.ofMillis(20);

  private final AccountTable accounts;
  private final Sanctions sanctions;
  private final Clock clock;

  Writers(AccountTable accounts, Sanctions sanctions, Clock clock) {
    this.accounts = accounts;
    this.sanctions = sanctions;
    this.clock = clock;
  }

  /** The account, or a refusal. */
  AccountId require(Viewer viewer, String scope) throws InterruptedException {
    AccountId account = viewer.require(scope);
    if (sanctions.isSilenced(account, clock.instant())) {
      throw new Refused(Problem.NOT_ALLOWED);
    }
    awaitHeardOf(account);
    return account;
  }

  private void awaitHeardOf(AccountId account) throws InterruptedException {
    long until = System.nanoTime() + HEARD_OF_WAIT_MAX.toNanos();
    while (accounts.findAll(List.of(account)).isEmpty()) {
      if (System.nanoTime() > until) {
        throw Refused.unavailable();
      }
      Thread.sleep(HEARD_OF_WAIT_STEP);
    }
  }
}
