package isegoria.infra;

/** Why the system cannot run, in one line that also says what to do. */
public final class DevException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DevException(String message) {
    super(message);
  }

  public DevException(String message, Throwable cause) {
    super(message, cause);
  }
}
