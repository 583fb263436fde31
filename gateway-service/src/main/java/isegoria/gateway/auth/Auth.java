package isegoria.gateway.auth;

import isegoria.gateway.upstream.UpstreamClient;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** Puts this package's parts together for those outside it. */
public final class Auth {
  private Auth() {}

  public static PhantomTokens phantomTokens(
      UpstreamClient client,
      Supplier<String> internalSecret,
      int entriesMax,
      Duration freshFor,
      Clock clock) {
    return new PhantomTokens(
        new HttpIntrospection(client, internalSecret), entriesMax, freshFor, clock);
  }
}
