package isegoria.tests.once;

import isegoria.eventsourcing.StoredName;

/** What may be asked of a log. */
public sealed interface LogCommand {
  /** Adds a line; asked twice under two ids, it adds two. */
  @StoredName("Append")
  record Append(String line) implements LogCommand {}
}
