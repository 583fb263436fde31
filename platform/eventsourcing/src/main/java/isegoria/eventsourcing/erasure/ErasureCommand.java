package isegoria.eventsourcing.erasure;

import isegoria.eventsourcing.StoredName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What may be asked of the erasure of one owner. */
public sealed interface ErasureCommand {

  @StoredName("Begin")
  record Begin(Instant at) implements ErasureCommand {}

  /**
   * Takes one step; sent by the step before it, and by the clock.
   *
   * @param page what the store holds from there; the decider's runner reads it
   */
  @StoredName("Continue")
  record Continue(int step, @Nullable StorePage page) implements ErasureCommand {

    public Continue(int step) {
      this(step, null);
    }
  }
}
