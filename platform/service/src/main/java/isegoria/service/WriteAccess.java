package isegoria.service;

import isegoria.accounts.SanctionsInForce;
import isegoria.api.error.Problem;
import isegoria.edge.ApiException;
import isegoria.edge.Viewer;
import isegoria.events.AccountId;
import java.time.Clock;

/** Who may write: a person whose token has the scope, and whom no sanction keeps from writing. */
public final class WriteAccess {

  private final SanctionsInForce sanctions;
  private final Clock clock;

  public WriteAccess(SanctionsInForce sanctions, Clock clock) {
    this.sanctions = sanctions;
    this.clock = clock;
  }

  /** The account; throws 401, 403 or 422 where it may not write. */
  public AccountId require(Viewer viewer, String... anyOf) {
    AccountId account = viewer.require(anyOf);
    if (!sanctions.of(account.value(), clock.instant()).mayWrite()) {
      throw new ApiException(Problem.LOGIN_DISABLED);
    }
    return account;
  }
}
