package isegoria.post.http;

import isegoria.accounts.SanctionsInForce;
import isegoria.api.error.Problem;
import isegoria.edge.ApiException;
import isegoria.edge.Viewer;
import isegoria.events.AccountId;
import isegoria.post.read.account.AccountTable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who may write now: a person with the scope, whom no sanction keeps from writing. */
final class WriteAccess {

  /** How long one who signed up a moment ago waits until this service has heard of it. */
  private static final Duration HEARD_OF_WAIT_MAX = Duration.ofSeconds(4);

  private static final Duration HEARD_OF_WAIT_STEP = Duration.ofMillis(20);

  /** Accounts that need not be looked up again: those who write, not all there are. */
  private static final int HEARD_OF_MAX = 100_000;

  private final Set<AccountId> heardOf = ConcurrentHashMap.newKeySet();
  private final AccountTable accounts;
  private final SanctionsInForce sanctions;
  private final Clock clock;

  WriteAccess(AccountTable accounts, SanctionsInForce sanctions, Clock clock) {
    this.accounts = accounts;
    this.sanctions = sanctions;
    this.clock = clock;
  }

  /** The account; throws when it may not write. */
  AccountId require(Viewer viewer, String scope) throws InterruptedException {
    AccountId account = viewer.require(scope);
    if (!sanctions.of(account.value(), clock.instant()).mayWrite()) {
      throw new ApiException(Problem.NOT_ALLOWED);
    }
    awaitHeardOf(account);
    return account;
  }

  private void awaitHeardOf(AccountId account) throws InterruptedException {
    if (heardOf.contains(account)) {
      return;
    }
    long until = System.nanoTime() + HEARD_OF_WAIT_MAX.toNanos();
    while (accounts.findAll(List.of(account)).isEmpty()) {
      if (System.nanoTime() > until) {
        throw ApiException.unavailable();
      }
      Thread.sleep(HEARD_OF_WAIT_STEP);
    }
    if (heardOf.size() >= HEARD_OF_MAX) {
      heardOf.clear();
    }
    heardOf.add(account);
  }
}
