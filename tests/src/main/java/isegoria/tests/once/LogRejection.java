package isegoria.tests.once;

import isegoria.eventsourcing.StoredName;

/** Why a log may refuse a line. */
public sealed interface LogRejection {
  @StoredName("EmptyLine")
  record EmptyLine() implements LogRejection {}
}
