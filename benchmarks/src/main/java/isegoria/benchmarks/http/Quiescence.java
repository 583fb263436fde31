package isegoria.benchmarks.http;

import isegoria.tests.platform.Running;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Waits until a system has taken in what came, as its services' metrics tell it. */
public final class Quiescence {
  private static final Duration SETTLED_MAX = Duration.ofMinutes(15);

  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  /** Where a service tells its metrics: so far above its own port. */
  private static final int MANAGEMENT_PORT_OFFSET = 1_000;

  private Quiescence() {}

  /** Whether the sum of a metric over its labels is as wanted. */
  @FunctionalInterface
  interface Wanted {
    boolean is(double value);
  }

  /** Waits until every view has taken in what came. */
  public static void await(Running running) {
    for (String service : List.of("account-0", "post-0", "timeline-0", "moderation-0")) {
      await(running, service, "projection_lag_records{", value -> value == 0);
    }
  }

  static void await(Running running, String service, String metric, Wanted wanted) {
    URI metrics =
        URI.create(
            "http://127.0.0.1:%d/actuator/prometheus"
                .formatted(running.unit(service).port() + MANAGEMENT_PORT_OFFSET));
    long end = System.nanoTime() + SETTLED_MAX.toNanos();
    while (!wanted.is(sum(metrics, metric))) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(service + ": " + metric + " not as wanted");
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  /** Not a number where a service does not tell it: then nothing is as wanted. */
  private static double sum(URI metrics, String metric) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofLines())
          .body()
          .filter(line -> line.startsWith(metric))
          .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
          .reduce(Double::sum)
          .orElse(Double.NaN);
    } catch (IOException e) {
      throw new IllegalStateException(metrics.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
