package isegoria.gateway.call;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import isegoria.gateway.upstream.Upstream;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Metrics and log lines of calls: both of one event stand together. */
public final class Telemetry {
  private static final Logger LOG = LoggerFactory.getLogger(Telemetry.class);

  private final MeterRegistry meters;

  public Telemetry(MeterRegistry meters) {
    this.meters = meters;
  }

  /** A routed request was answered, by its service or in its place. */
  void answered(String route, int status, long startedNanos) {
    Timer.builder("gateway.calls")
        .description("Routed requests by route and kind of answer")
        .tag("route", route)
        .tag("answer", status / 100 + "xx")
        .serviceLevelObjectives(
            Duration.ofMillis(5),
            Duration.ofMillis(15),
            Duration.ofMillis(30),
            Duration.ofMillis(100),
            Duration.ofMillis(500),
            Duration.ofSeconds(2),
            Duration.ofSeconds(10))
        .register(meters)
        .record(Duration.ofNanos(System.nanoTime() - startedNanos));
  }

  /** A call got no answer from its upstream. */
  void unanswered(Upstream upstream, Throwable thrown) {
    String cause = thrown.getClass().getSimpleName();
    meters.counter("gateway.calls.failed", "upstream", upstream.word()).increment();
    LOG.atWarn()
        .addKeyValue("upstream", upstream.word())
        .addKeyValue("cause", cause)
        .log("answered in the upstream's place");
  }

  /** A read is asked of a second instance. */
  void repeated(Upstream upstream) {
    meters.counter("gateway.calls.retried", "upstream", upstream.word()).increment();
  }

  /** A call was sent away because too many are under way. */
  void crowded(Upstream upstream) {
    meters.counter("gateway.calls.bulkhead.full", "upstream", upstream.word()).increment();
  }
}
