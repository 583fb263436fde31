package isegoria.gateway.http;

/** A call timed out while its client was still sending: it does not count against a service. */
public final class SlowClient extends RuntimeException {
  public SlowClient() {
    super("request: still arriving (expected: all of it)", null, false, false);
  }
}
