package isegoria.api.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All of them, from one file, so that what a service answers in place of a resource, what the
 * gateway routes and what the documents say cannot differ.
 */
public final class Endpoints {

  private static final String FILE = "endpoints.tsv";

  private static final List<Endpoint> ALL = read();

  private Endpoints() {}

  public static List<Endpoint> all() {
    return ALL;
  }

  /** The one that a request is meant for: of those that take it the most literal. */
  public static Optional<Endpoint> of(String method, String path) {
    return ALL.stream()
        .filter(endpoint -> endpoint.takes(method, path))
        .min(Comparator.comparingLong(Endpoint::variables));
  }

  private static List<Endpoint> read() {
    try (InputStream in = Endpoints.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + ": missing (expected: on the class path)");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Endpoint::of)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
