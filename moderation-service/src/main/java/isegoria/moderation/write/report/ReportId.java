package isegoria.moderation.write.report;

import isegoria.events.AccountId;

/** Identity of a report: opaque and time-ordered. */
public record ReportId(long value) {

  /** What commands are addressed to; stands in keys and records, so it never changes. */
  public static final String AGGREGATE_TYPE = "report";

  /** The key of the aggregate. A report belongs to who filed it. */
  public String key(AccountId reporter) {
    return reporter + "/" + AGGREGATE_TYPE + "/" + value;
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
