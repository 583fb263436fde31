package isegoria.gateway.call;

import isegoria.gateway.http.ClientAddress;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * Names the client's address to the services: the one forwarding header, and never the client's
 * own.
 */
public final class ClientAddressHeader implements HttpHeadersFilter, Ordered {
  static final String NAME = "X-Forwarded-For";

  /** After those that remove every forwarding header. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
    HttpHeaders output = new HttpHeaders();
    output.addAll(input);
    output.set(NAME, ClientAddress.of(exchange).text());
    return output;
  }
}
