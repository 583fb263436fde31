package isegoria.tests.client;

/** An answer that breaks the API's contract, or that the caller did not expect. */
public final class Unexpected extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Unexpected(String message) {
    super(message);
  }

  public Unexpected(String message, Throwable cause) {
    super(message, cause);
  }
}
