package isegoria.tests.bench;

import isegoria.tests.platform.Traffic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a number of requests of one kind took.
 *
 * @param nanos of each request, sorted
 * @param aim null where none is set
 * @param cpuSeconds that each process took meanwhile, all requests together
 * @param traffic of broker and database until everything was applied
 */
public record Measured(
    String what,
    @Nullable LatencyTarget aim,
    int atOnce,
    List<Long> nanos,
    Duration took,
    Map<String, Double> cpuSeconds,
    Traffic traffic) {

  public Measured {
    nanos = List.copyOf(nanos);
    cpuSeconds = Map.copyOf(cpuSeconds);
  }

  static Measured of(
      String what,
      @Nullable LatencyTarget aim,
      int atOnce,
      long[] nanos,
      Duration took,
      Map<String, Double> cpuSeconds,
      Traffic traffic) {
    var sorted = new ArrayList<Long>(nanos.length);
    Arrays.stream(nanos).sorted().forEach(sorted::add);
    return new Measured(what, aim, atOnce, sorted, took, cpuSeconds, traffic);
  }

  /** Whether so many of the answers as the aim says came within its time. */
  public boolean holds() {
    return aim == null || percentile(aim.percent()).compareTo(aim.within()) <= 0;
  }

  /** The shortest time within which so many of a hundred came. */
  Duration percentile(int percent) {
    int place = (int) Math.ceil(nanos.size() * percent / 100.0) - 1;
    return Duration.ofNanos(nanos.get(Math.max(0, place)));
  }

  public String line() {
    return "%s, %d at once: p50 %.1f ms, p99 %.1f ms%s, %.0f/s, CPU %.2f s per 1,000"
        .formatted(
            what,
            atOnce,
            millis(percentile(50)),
            millis(percentile(99)),
            aimed(),
            nanos.size() / (took.toNanos() / 1e9),
            cpuMillisEach());
  }

  private String aimed() {
    return aim == null
        ? ""
        : " (aim p%d %d ms: %s)"
            .formatted(aim.percent(), aim.within().toMillis(), holds() ? "met" : "missed");
  }

  /** Processor milliseconds for each request, of all processes. */
  public double cpuMillisEach() {
    return perThousand(cpuSeconds.values().stream().mapToDouble(each -> each).sum());
  }

  /** What one request causes at broker and database. */
  public String perAct() {
    return what + ": " + traffic.line(nanos.size());
  }

  /** Which topics, APIs and tables those are. */
  public String details() {
    return traffic.details(nanos.size());
  }

  /** Who computed, most first, in seconds per 1,000. */
  public String processes() {
    return cpuSeconds.entrySet().stream()
        .filter(each -> perThousand(each.getValue()) >= 0.005)
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .map(each ->
            String.format(Locale.ROOT, "%s %.2f", each.getKey(), perThousand(each.getValue())))
        .collect(Collectors.joining(", "));
  }

  private double perThousand(double seconds) {
    return seconds * 1_000 / nanos.size();
  }

  private static double millis(Duration time) {
    return time.toNanos() / 1e6;
  }
}
