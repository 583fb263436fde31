package isegoria.post.http;

import isegoria.edge.ApiException;
import isegoria.edge.Viewer;
import isegoria.events.AccountId;
import isegoria.post.read.account.AccountTable;
import isegoria.service.WriteAccess;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who may write now: whom no sanction keeps from it, and whom this service has heard of. */
final class AuthorAccess {

  /** How long one who signed up a moment ago waits until this service has heard of it. */
  private static final Duration HEARD_OF_WAIT_MAX = Duration.ofSeconds(4);

  private static final Duration HEARD_OF_WAIT_STEP = Duration.ofMillis(20);

  /** Accounts that need not be looked up again: those who write, not all there are. */
  private static final int HEARD_OF_MAX = 100_000;

  private final Set<AccountId> heardOf = ConcurrentHashMap.newKeySet();
  private final AccountTable accounts;
  private final WriteAccess writeAccess;

  AuthorAccess(AccountTable accounts, WriteAccess writeAccess) {
    this.accounts = accounts;
    this.writeAccess = writeAccess;
  }

  /** The account; throws when it may not write. */
  AccountId require(Viewer viewer, String scope) throws InterruptedException {
    AccountId account = writeAccess.require(viewer, scope);
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
