package isegoria.cli;

import org.jspecify.annotations.Nullable;

/** Something the operator is told in one line: what is wrong, and what was expected. */
final class Failure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private Failure(int exitCode, String line, @Nullable Throwable cause) {
    super(line, cause);
    this.exitCode = exitCode;
  }

  static Failure refused(String line) {
    return new Failure(Isegoria.REFUSED, line, null);
  }

  static Failure wrongInput(String line) {
    return new Failure(Isegoria.USAGE, line, null);
  }

  static Failure unreachable(String line) {
    return new Failure(Isegoria.UNREACHABLE, line, null);
  }

  int exitCode() {
    return exitCode;
  }

  /** One line, whatever failed. */
  static String lineOf(Exception failure) {
    String message = failure.getMessage();
    String kind = failure instanceof Failure ? "" : failure.getClass().getSimpleName() + ": ";
    return kind + (message == null ? "no reason given" : message.replaceAll("\\s+", " "));
  }
}
