package isegoria.tests.signup;

import isegoria.tests.client.Answer;
import isegoria.tests.client.Api;
import isegoria.tests.client.App;
import isegoria.tests.world.ParallelTasks;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks after each try to sign up: there is either an account one can log in to, or the name and
 * the address are free for the next one.
 */
public final class SignUpAudit {
  /** Longer than a claim of a name can be on its way. */
  private static final Duration NAME_FREE_WITHIN = Duration.ofSeconds(30);

  /** An address is taken over a minute after the sign-up that held it. */
  private static final Duration EMAIL_FREE_WITHIN = Duration.ofSeconds(100);

  private static final int AT_ONCE = 4;
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final App app;
  private final boolean awaitEmails;

  /** With addresses it takes more than a minute as soon as one sign-up was cut off. */
  public SignUpAudit(App app, boolean awaitEmails) {
    this.app = app;
    this.awaitEmails = awaitEmails;
  }

  /**
   * What was found.
   *
   * @param cutOff tries without an acknowledgement
   * @param opened of those, how many have their account all the same
   * @param lost acknowledged, and no log-in
   * @param stuck cut off, and neither an account nor free
   */
  public record Result(int acknowledged, int cutOff, int opened, int lost, int stuck) {
    public boolean holds() {
      return lost == 0 && stuck == 0 && acknowledged > 0 && cutOff > 0;
    }

    public String line() {
      return ("sign-ups: %d acknowledged, lost %d; %d cut off: %d accounts, %d free again, stuck"
              + " %d")
          .formatted(acknowledged, lost, cutOff, opened, cutOff - opened - stuck, stuck);
    }
  }

  public Result of(List<Attempt> attempts) {
    Map<Attempt, Fate> fates = new ConcurrentHashMap<>();
    ParallelTasks.run(
        attempts.size(), AT_ONCE, each -> fates.put(attempts.get(each), fate(attempts.get(each))));
    int acknowledged = (int) attempts.stream().filter(Attempt::acknowledged).count();
    return new Result(
        acknowledged,
        attempts.size() - acknowledged,
        count(fates, false, Fate.OPENED),
        acknowledged - count(fates, true, Fate.OPENED),
        count(fates, false, Fate.STUCK));
  }

  private static int count(Map<Attempt, Fate> fates, boolean acknowledged, Fate wanted) {
    return (int)
        fates.entrySet().stream()
            .filter(each -> each.getKey().acknowledged() == acknowledged)
            .filter(each -> each.getValue() == wanted)
            .count();
  }

  private enum Fate {
    OPENED,
    FREE,
    STUCK
  }

  /**
   * Signs up with the same name and another address, then with the same address and another name.
   */
  private Fate fate(Attempt attempt) {
    if (logsIn(attempt)) {
      return Fate.OPENED;
    }
    if (attempt.acknowledged()) {
      System.out.println("sign-ups: acknowledged, without an account: " + attempt.name());
      return Fate.STUCK;
    }
    long end = System.nanoTime() + NAME_FREE_WITHIN.toNanos();
    while (!signsUp(attempt.name(), "other." + attempt.email())) {
      if (logsIn(attempt)) {
        return Fate.OPENED;
      }
      if (System.nanoTime() > end) {
        System.out.println("sign-ups: taken, without an account: name " + attempt.name());
        return Fate.STUCK;
      }
      LockSupport.parkNanos(AGAIN.toNanos());
    }
    if (!awaitEmails) {
      return Fate.FREE;
    }
    end = System.nanoTime() + EMAIL_FREE_WITHIN.toNanos();
    while (!signsUp(attempt.name() + "_b", attempt.email())) {
      if (System.nanoTime() > end) {
        System.out.println("sign-ups: taken, without an account: e-mail of " + attempt.name());
        return Fate.STUCK;
      }
      LockSupport.parkNanos(AGAIN.toNanos());
    }
    return Fate.FREE;
  }

  private boolean signsUp(String name, String email) {
    return app.api().known(Attempt.call(app, name, email), Api.PATIENCE).isOk();
  }

  /** A busy platform is asked again; a password that it refuses is no account's. */
  private boolean logsIn(Attempt attempt) {
    long end = System.nanoTime() + Api.PATIENCE.toNanos();
    while (true) {
      try {
        Answer answer = app.logIn(attempt.email(), App.passwordOf(attempt.name()), App.SCOPES);
        if (!answer.isTemporary()) {
          return answer.isOk();
        }
      } catch (IOException e) {
        System.out.println("sign-ups: asking again: " + e);
      }
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(AGAIN.toNanos());
    }
  }
}
