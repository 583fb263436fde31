package isegoria.tests.effect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the journeys of this module claim to show. A journey whose calls do not show it fails. */
public final class Shown {
  private Shown() {}

  /** Their names, in order. */
  public static Set<String> endpoints() {
    return journeys().stream()
        .flatMap(journey -> claimedBy(journey).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What a journey claims. */
  public static List<String> claimedBy(Method journey) {
    return List.of(journey.getAnnotation(Effects.class).value());
  }

  /** The tests that claim to show something. */
  public static List<Method> journeys() {
    try {
      Path classes =
          Path.of(Shown.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> files = Files.walk(classes)) {
        return files
            .map(file -> classes.relativize(file).toString())
            .filter(file -> file.endsWith("IT.class"))
            .map(file -> file.replace(".class", "").replace('/', '.'))
            .sorted()
            .flatMap(Shown::journeysOf)
            .toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<Method> journeysOf(String type) {
    try {
      Class<?> tests = Class.forName(type, false, Shown.class.getClassLoader());
      return Arrays.stream(tests.getDeclaredMethods())
          .filter(method -> method.isAnnotationPresent(Effects.class));
    } catch (ClassNotFoundException gone) {
      throw new IllegalStateException(gone);
    }
  }
}
