package isegoria.gateway.config;

import java.util.ArrayList;
import java.util.List;

/** The settings that a gateway in production must not start with, one line each. Pure. */
final class ProductionChecks {
  private ProductionChecks() {}

  static void require(GatewayProperties properties) {
    List<String> found = problems(properties);
    if (!found.isEmpty()) {
      throw new IllegalStateException(String.join("\n", found));
    }
  }

  static List<String> problems(GatewayProperties properties) {
    List<String> found = new ArrayList<>();
    if (!"https".equals(properties.origin().getScheme())) {
      found.add("isegoria.origin: " + properties.origin() + " (expected: https://…)");
    }
    if (properties.kafka().bootstrapServers() == null) {
      found.add("isegoria.kafka.bootstrap-servers: unset (expected: brokers, to hear revocations)");
    }
    if (!properties.limits().enabled()) {
      found.add("isegoria.limits.enabled: false (expected: true)");
    }
    if (!properties.limits().exemptAddresses().isEmpty()) {
      found.add("isegoria.limits.exempt-addresses: set (expected: empty)");
    }
    if (properties.site().contactEmail().isBlank()) {
      found.add("isegoria.site.contact-email: unset (expected: where people can write)");
    }
    return found;
  }
}
