package isegoria.tests.effect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the journeys of this module claim to show. A journey whose calls do not show it fails. */
public final class Shown {
  private Shown() {}

  /** Their names, in order. */
  public static Set<String> endpoints() {
    try {
      Path classes =
          Path.of(Shown.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> files = Files.walk(classes)) {
        return files
            .map(file -> classes.relativize(file).toString())
            .filter(file -> file.endsWith("IT.class"))
            .map(file -> file.replace(".class", "").replace('/', '.'))
            .flatMap(Shown::by)
            .collect(Collectors.toCollection(TreeSet::new));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<String> by(String type) {
    try {
      Class<?> tests = Class.forName(type, false, Shown.class.getClassLoader());
      return Arrays.stream(tests.getDeclaredMethods())
          .map(method -> method.getAnnotation(Effects.class))
          .filter(Objects::nonNull)
          .flatMap(effects -> Arrays.stream(effects.value()));
    } catch (ClassNotFoundException gone) {
      throw new IllegalStateException(gone);
    }
  }
}
