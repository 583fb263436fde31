package isegoria.moderation.write.sanction;

import isegoria.events.AccountId;

/** Identity of a sanction: opaque and time-ordered. */
public record SanctionId(long value) {

  /** What commands are addressed to; stands in keys and records, so it never changes. */
  public static final String AGGREGATE_TYPE = "sanction";

  /** The key of the aggregate. A sanction belongs to whom it is about. */
  public String key(AccountId subject) {
    return subject + "/" + AGGREGATE_TYPE + "/" + value;
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
