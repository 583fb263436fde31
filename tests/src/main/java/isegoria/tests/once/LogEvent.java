package isegoria.tests.once;

import isegoria.eventsourcing.StoredName;

/** What can become true of a log. */
public sealed interface LogEvent {
  @StoredName("Appended")
  record Appended(String line) implements LogEvent {}
}
