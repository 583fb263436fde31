package isegoria.post.read.relationship;

import isegoria.events.AccountId;
import java.util.concurrent.CompletionStage;

/** Writes relationships; the time is when the change was recorded, µs. */
public interface RelationshipWriter {

  /**
   * Both sides of one pair.
   *
   * @param isFirst whether nothing was between the two before
   */
  CompletionStage<Void> put(
      AccountId low,
      Relationship ofLow,
      AccountId high,
      Relationship ofHigh,
      boolean isFirst,
      long micros);
}
