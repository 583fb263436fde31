package isegoria.eventsourcing.erasure;

import isegoria.eventsourcing.StoredName;
import java.time.Instant;

/**
 * How far the erasure of one owner is. Where it is stored it is the marker: the owner takes no
 * other command from there on.
 */
public sealed interface Erasure {

  @StoredName("NotErased")
  record NotErased() implements Erasure {}

  /**
   * Its aggregates are being erased, in the order of their keys.
   *
   * @param step the next one, from 1; a command of any other step is an old one
   * @param pass how often all keys are being looked at, from 1
   * @param after the last key looked at in this pass, or empty
   * @param found aggregates that this pass found to be erased still
   * @param asked aggregates asked to end, in all passes
   * @param resumeAt when the step is asked for again, should its command be lost with the topic
   */
  @StoredName("Erasing")
  record Erasing(int step, int pass, String after, long found, long asked, Instant resumeAt)
      implements Erasure {}

  /**
   * It is over.
   *
   * @param asked aggregates asked to end
   * @param left those of them that had not ended at the last look; an operator has to see why
   */
  @StoredName("Erased")
  record Erased(long asked, long left) implements Erasure {}
}
