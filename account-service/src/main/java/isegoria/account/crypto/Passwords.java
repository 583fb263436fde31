package isegoria.account.crypto;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Passwords as argon2id hashes. Each takes 46 MiB while it is computed, so a bounded number is
 * computed at once, a few wait, and the rest get 503.
 */
public final class Passwords {

  /** Hashes made at once: 92 MiB. */
  public static final int AT_ONCE_MAX = 2;

  /** Requests that wait for their turn; at 60 ms a hash that is two seconds. */
  public static final int WAITING_MAX = 64;

  private static final Duration WAIT_MAX = Duration.ofSeconds(4);

  private static final int MEMORY_KIB = 47_104;
  private static final int ITERATIONS = 1;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private final Argon2PasswordEncoder argon2 =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, ITERATIONS);
  private final Semaphore places = new Semaphore(AT_ONCE_MAX + WAITING_MAX);
  private final Semaphore turns = new Semaphore(AT_ONCE_MAX, true);
  private final String decoy;

  public Passwords() {
    this.decoy = argon2.encode(RandomText.secret());
  }

  public String hash(String password) {
    return inTurn(() -> argon2.encode(password));
  }

  public boolean matches(String password, String hash) {
    return inTurn(() -> argon2.matches(password, hash));
  }

  /** Takes as long as a check, so that the time discloses no account. */
  public void pretend(String password) {
    inTurn(() -> argon2.matches(password, decoy));
  }

  private <T> T inTurn(Supplier<T> work) {
    if (!places.tryAcquire()) {
      throw new RejectedExecutionException("passwords: too many at once");
    }
    try {
      if (!turns.tryAcquire(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new RejectedExecutionException("passwords: no turn in time");
      }
      try {
        return work.get();
      } finally {
        turns.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RejectedExecutionException("passwords: interrupted", e);
    } finally {
      places.release();
    }
  }
}
