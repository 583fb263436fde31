package isegoria.tests.once;

/** What can become true of a log. */
public sealed interface LogEvent {
  record Appended(String line) implements LogEvent {}
}
