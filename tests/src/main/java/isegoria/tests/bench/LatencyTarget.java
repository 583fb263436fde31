package isegoria.tests.bench;

import java.time.Duration;

/** So many of a hundred answers are to come within this. */
public record LatencyTarget(int percent, Duration within) {
  public static LatencyTarget ofMillis(int percent, int millis) {
    return new LatencyTarget(percent, Duration.ofMillis(millis));
  }
}
