package isegoria.moderation.write.report;

/** Identity of a report: opaque and time-ordered. */
public record ReportId(long value) {

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
