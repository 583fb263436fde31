package isegoria.tests.bench;

import java.time.Duration;

/** So many of a hundred answers are to come within this. */
public record Aim(int percent, Duration within) {
  public static Aim ofMillis(int percent, int millis) {
    return new Aim(percent, Duration.ofMillis(millis));
  }
}
