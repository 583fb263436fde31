package isegoria.tests.once;

/** What may be asked of a log. */
public sealed interface LogCommand {
  /** Adds a line; asked twice under two ids, it adds two. */
  record Append(String line) implements LogCommand {}
}
