package isegoria.cli;

import org.jspecify.annotations.Nullable;

/** Something the operator is told in one line: what is wrong, and what was expected. */
final class CliException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private CliException(int exitCode, String line, @Nullable Throwable cause) {
    super(line, cause);
    this.exitCode = exitCode;
  }

  static CliException refused(String line) {
    return new CliException(Isegoria.REFUSED, line, null);
  }

  static CliException wrongInput(String line) {
    return new CliException(Isegoria.USAGE, line, null);
  }

  static CliException unreachable(String line) {
    return new CliException(Isegoria.UNREACHABLE, line, null);
  }

  int exitCode() {
    return exitCode;
  }

  /** One line, whatever failed. */
  static String lineOf(Exception failure) {
    String message = failure.getMessage();
    String kind = failure instanceof CliException ? "" : failure.getClass().getSimpleName() + ": ";
    return kind + (message == null ? "no reason given" : message.replaceAll("\\s+", " "));
  }
}
