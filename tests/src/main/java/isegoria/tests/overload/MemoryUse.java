package isegoria.tests.overload;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What each process held half-way through the overload and some rest after it, in kibibytes.
 *
 * @param growthMax by how many per cent one may have grown and still count as flat
 */
public record MemoryUse(Map<String, Long> halfWay, Map<String, Long> afterRest, int growthMax) {

  public MemoryUse {
    halfWay = Map.copyOf(halfWay);
    afterRest = Map.copyOf(afterRest);
  }

  /** Whether every process is still there and holds about what it held. */
  public boolean isFlat() {
    return halfWay.keySet().stream().allMatch(this::isFlat);
  }

  private boolean isFlat(String process) {
    return afterRest.getOrDefault(process, 0L) > 0 && growth(process) <= growthMax;
  }

  private double growth(String process) {
    return percent(halfWay.getOrDefault(process, 0L), afterRest.getOrDefault(process, 0L));
  }

  /** Of all processes together. */
  double growth() {
    return percent(sum(halfWay), sum(afterRest));
  }

  private static long sum(Map<String, Long> kibibytes) {
    return kibibytes.values().stream().mapToLong(each -> each).sum();
  }

  private static double percent(long before, long after) {
    return before == 0 ? 0 : 100.0 * (after - before) / before;
  }

  /** Each process in mebibytes, marked when it is not flat. */
  public String processes() {
    return halfWay.keySet().stream()
        .sorted()
        .map(process ->
            String.format(
                Locale.ROOT,
                "%s %d → %d (%+.0f %%)%s",
                process,
                halfWay.getOrDefault(process, 0L) / 1024,
                afterRest.getOrDefault(process, 0L) / 1024,
                growth(process),
                isFlat(process) ? "" : " NOT FLAT"))
        .collect(Collectors.joining(", "));
  }
}
