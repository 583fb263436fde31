package isegoria.gateway.http;

/** The time of a call ended while its client was still sending: no service is to blame. */
public final class SlowClient extends RuntimeException {
  public SlowClient() {
    super("request: still arriving (expected: all of it)", null, false, false);
  }
}
