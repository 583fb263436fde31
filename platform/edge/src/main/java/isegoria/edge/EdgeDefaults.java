package isegoria.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertiesPropertySource;

/**
 * Puts {@code edge.properties} below every other source of configuration, and the management port a
 * thousand above the service's own, so that a service states only what is particular to it.
 */
public final class EdgeDefaults implements EnvironmentPostProcessor {

  static final int MANAGEMENT_PORT_OFFSET = 1_000;

  private static final String MANAGEMENT_PORT = "management.server.port";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    environment.getPropertySources().addLast(new PropertiesPropertySource("edge", defaults()));
    Integer port = environment.getProperty("server.port", Integer.class);
    if (port != null && !environment.containsProperty(MANAGEMENT_PORT)) {
      int management = port == 0 ? 0 : port + MANAGEMENT_PORT_OFFSET;
      environment
          .getPropertySources()
          .addLast(new MapPropertySource("edge-ports", Map.of(MANAGEMENT_PORT, management)));
    }
  }

  private static Properties defaults() {
    var properties = new Properties();
    try (InputStream in = EdgeDefaults.class.getResourceAsStream("/edge.properties")) {
      if (in == null) {
        throw new IllegalStateException("edge.properties: missing (expected: on the class path)");
      }
      properties.load(in);
      return properties;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
