package isegoria.tests.client;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What a test asked of the platform and was answered, in its order: whether a write had an effect
 * is judged by it, and not by what a test says of itself. Only the thread of the test is recorded.
 */
public final class CallRecord {
  private static final ScopedValue<CallRecord> CURRENT = ScopedValue.newInstance();

  private final List<Answer> answers = new CopyOnWriteArrayList<>();

  /** Runs something whose calls are recorded here. */
  public <X extends Throwable> void during(Act<X> act) throws X {
    ScopedValue.where(CURRENT, this)
        .<Boolean, X>call(() -> {
          act.run();
          return true;
        });
  }

  /** What is recorded. */
  public interface Act<X extends Throwable> {
    void run() throws X;
  }

  public List<Answer> answers() {
    return List.copyOf(answers);
  }

  static void add(Answer answer) {
    if (CURRENT.isBound()) {
      CURRENT.get().answers.add(answer);
    }
  }
}
