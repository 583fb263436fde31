package isegoria.account.http;

import isegoria.account.read.login.Credentials;
import isegoria.account.read.login.PendingSignUp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what sign-ups left behind that were cut off in the middle: no name and no e-mail address
 * stays taken without an account. The account's decider is asked, never a table.
 */
public final class SignUpSweep {

  private static final Logger LOG = LoggerFactory.getLogger(SignUpSweep.class);

  /** How far back a start looks: an outage of a day leaves nothing. */
  private static final Duration BACK_AT_START = Duration.ofDays(1);

  private static final Duration BACK = Duration.ofMinutes(10);

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Credentials credentials;
  private final Registrar registrar;
  private final Clock clock;
  private boolean started;

  public SignUpSweep(Credentials credentials, Registrar registrar, Clock clock) {
    this.credentials = credentials;
    this.registrar = registrar;
    this.clock = clock;
  }

  /** One round; called every minute. */
  public void sweep() {
    Instant now = clock.instant();
    Instant from = now.minus(started ? BACK : BACK_AT_START);
    Instant to = now.minus(Registrar.FOLLOWS_WITHIN).minus(MINUTE);
    boolean allAnswered = true;
    for (Instant minute = from; minute.isBefore(to); minute = minute.plus(MINUTE)) {
      for (PendingSignUp pending : credentials.begunIn(minute)) {
        allAnswered &= resolve(pending, minute);
      }
    }
    started |= allAnswered;
  }

  private boolean resolve(PendingSignUp pending, Instant minute) {
    Boolean opened = registrar.opened(pending.accountId());
    if (opened == null) {
      return false;
    }
    if (opened) {
      credentials.ended(pending, minute);
    } else {
      registrar.undo(pending, minute);
      LOG.info("unfinished sign-up removed: its name and address are free again");
    }
    return true;
  }
}
