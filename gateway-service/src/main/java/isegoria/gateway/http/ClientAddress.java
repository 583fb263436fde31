package isegoria.gateway.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/** Where a request comes from. The text is never logged; only limits and services see it. */
public record ClientAddress(String text, String network) {
  /** For requests without a peer, which only tests make. */
  static final ClientAddress UNKNOWN = new ClientAddress("0.0.0.0", "0.0.0.0");

  /**
   * The peer, or, when the peer is a trusted proxy, the last address in X-Forwarded-For that is not
   * one: what stands left of it was written by the client.
   */
  static ClientAddress of(
      @Nullable InetAddress peer, List<String> forwardedFor, Set<String> trustedProxies) {
    if (peer == null) {
      return UNKNOWN;
    }
    if (trustedProxies.contains(peer.getHostAddress())) {
      List<String> hops =
          forwardedFor.stream()
              .flatMap(line -> Arrays.stream(line.split(",", -1)))
              .map(String::strip)
              .toList();
      for (String hop : hops.reversed()) {
        if (!trustedProxies.contains(hop)) {
          return literal(hop, peer);
        }
      }
    }
    return of(peer);
  }

  /** Attached to an exchange by {@link Edge}. */
  public static ClientAddress of(ServerWebExchange exchange) {
    return exchange.getAttributeOrDefault(ClientAddress.class.getName(), UNKNOWN);
  }

  void attachTo(ServerWebExchange exchange) {
    exchange.getAttributes().put(ClientAddress.class.getName(), this);
  }

  private static ClientAddress literal(String text, InetAddress otherwise) {
    try {
      return of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException e) {
      return of(otherwise);
    }
  }

  /** A home gets a /64 of IPv6 addresses, so that is what counts as one. */
  private static ClientAddress of(InetAddress address) {
    String text = address.getHostAddress();
    return address instanceof Inet6Address
        ? new ClientAddress(text, HexFormat.of().formatHex(address.getAddress(), 0, 8) + "/64")
        : new ClientAddress(text, text);
  }
}
