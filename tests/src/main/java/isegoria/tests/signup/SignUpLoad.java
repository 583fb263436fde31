package isegoria.tests.signup;

import isegoria.tests.client.App;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** People sign up, a few at once, until they are told to stop. */
public final class SignUpLoad {
  /** Enough that a kill meets several sign-ups at different steps. */
  private static final int AT_ONCE = 6;

  private static final Duration PACE = Duration.ofMillis(300);

  private final App app;
  private final String tag;
  private final AtomicBoolean running = new AtomicBoolean(true);
  private final Queue<Attempt> attempts = new ConcurrentLinkedQueue<>();
  private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
  private final List<Thread> threads = new ArrayList<>();

  /** A load whose names begin with a tag that no earlier run used. */
  public SignUpLoad(App app, String tag) {
    this.app = app;
    this.tag = tag;
  }

  public void start() {
    for (int place = 0; place < AT_ONCE; place++) {
      int mine = place;
      threads.add(Thread.ofVirtual().start(() -> signUp(mine)));
    }
  }

  private void signUp(int place) {
    try {
      for (int each = 0; running.get(); each++) {
        attempts.add(Attempt.of(app, tag + place + "_" + each));
        LockSupport.parkNanos(PACE.toNanos());
      }
    } catch (RuntimeException e) {
      failures.add(e);
    }
  }

  /** Ends the load and tells every try. */
  public List<Attempt> stop() throws InterruptedException {
    running.set(false);
    for (Thread thread : threads) {
      thread.join();
    }
    RuntimeException first = failures.peek();
    if (first != null) {
      throw first;
    }
    return List.copyOf(attempts);
  }
}
