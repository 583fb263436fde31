package isegoria.tests;

import java.util.Map;
import java.util.Optional;

/** What a proof is told from outside, as {@code NAME=value} before the make target. */
public record Settings(Map<String, String> environment) {

  /** The environment of this process. */
  public static Settings ofProcess() {
    return new Settings(System.getenv());
  }

  public Optional<String> text(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  public int number(String name, int otherwise) {
    return (int) longNumber(name, otherwise);
  }

  /** The seed of this run: SEED, else one that differs from run to run. */
  public long seed() {
    return longNumber("SEED", System.currentTimeMillis() % 1_000_000);
  }

  private long longNumber(String name, long otherwise) {
    Optional<String> value = text(name);
    try {
      return value.map(Long::parseLong).orElse(otherwise);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + ": " + value.get() + " (expected: a number)", e);
    }
  }
}
