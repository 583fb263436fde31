package isegoria.tests.bench;

import isegoria.tests.platform.Running;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * What each process computes without requests, in % of one core. It is part of every figure for
 * 1,000 requests: the slower they come, the larger a part.
 */
public record IdleCpu(Map<String, Double> percent) {
  private static final Duration REST = Duration.ofSeconds(5);
  private static final Duration LOOK = Duration.ofSeconds(10);

  public IdleCpu {
    percent = Map.copyOf(percent);
  }

  public static IdleCpu of(Running running) {
    LockSupport.parkNanos(REST.toNanos());
    Map<String, Double> before = running.cpuSeconds();
    LockSupport.parkNanos(LOOK.toNanos());
    Map<String, Double> after = running.cpuSeconds();
    return new IdleCpu(
        after.keySet().stream()
            .collect(
                Collectors.toMap(
                    name -> name,
                    name ->
                        100
                            * (after.getOrDefault(name, 0.0) - before.getOrDefault(name, 0.0))
                            / LOOK.toSeconds())));
  }

  public String line() {
    double all = percent.values().stream().mapToDouble(each -> each).sum();
    return percent.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .map(each -> String.format(Locale.ROOT, "%s %.0f", each.getKey(), each.getValue()))
        .collect(
            Collectors.joining(
                ", ", String.format(Locale.ROOT, "idle: %.0f %% of one core: ", all), ""));
  }
}
