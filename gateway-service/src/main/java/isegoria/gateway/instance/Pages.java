package isegoria.gateway.instance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The plain page at the root, until there is a web app, and the files beside it. */
final class Pages {
  private final String landing;

  Pages(Profile profile) {
    this.landing =
        text("site/landing.html")
            .orElseThrow(() -> new IllegalStateException("landing.html: missing (expected: there)"))
            .replace("{{title}}", escaped(profile.title()))
            .replace("{{description}}", escaped(profile.description()))
            .replace("{{version}}", escaped(profile.version()))
            .replace("{{source}}", escaped(profile.sourceUrl()));
  }

  String landing() {
    return landing;
  }

  /** The project's README as the build found it. */
  static Optional<String> readme() {
    return text("site/README.md");
  }

  static byte[] file(String name) {
    return bytes("site/" + name)
        .orElseThrow(() -> new IllegalStateException(name + ": missing (expected: there)"));
  }

  private static Optional<String> text(String path) {
    return bytes(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private static Optional<byte[]> bytes(String path) {
    try (InputStream in = Pages.class.getClassLoader().getResourceAsStream(path)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
