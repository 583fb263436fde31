package isegoria.benchmarks.fame;

import isegoria.tests.platform.LargestPartitions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of fame.
 *
 * @param wrong what is not as it must be, in words; empty when all is
 * @param fields every figure by its name
 */
public record FameResult(List<String> wrong, Map<String, Object> fields, String summary) {

  /** Above this a partition is slow to read, to compact and to repair. */
  static final long PARTITION_BYTES_MAX = 100L * 1024 * 1024;

  public FameResult {
    wrong = List.copyOf(wrong);
  }

  public boolean holds() {
    return wrong.isEmpty();
  }

  public String line() {
    return "fan-in: " + summary + (holds() ? "" : "; WRONG: " + String.join(", ", wrong));
  }

  /** Gathers figures, and what is wrong with them. */
  static final class Fields {
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<String> parts = new ArrayList<>();

    void put(String name, Object figure) {
      figures.put(name, figure);
    }

    void counted(String what, long wanted, long counted) {
      put(what, wanted);
      put(what + "_counted", counted);
      parts.add("%s %,d, counted %,d".formatted(what, wanted, counted));
      require(counted == wanted, what + " counted: " + counted);
    }

    void list(
        String name, long wanted, ListWalk walk, ReadCost first, ReadCost deep, ReadCost usual) {
      put(name + "_listed", walk.distinct());
      require(
          walk.isOf(wanted),
          "%s: %d entries, %d distinct".formatted(name, walk.entries(), walk.distinct()));
      put(name + "_page_1_cpu_ms", first.cpuMillis());
      put(name + "_page_" + walk.deepPage() + "_cpu_ms", deep.cpuMillis());
      put(name + "_ordinary_cpu_ms", usual.cpuMillis());
      put(name + "_page_1_ratio", first.cpuMillis() / usual.cpuMillis());
      put(name + "_page_" + walk.deepPage() + "_ratio", deep.cpuMillis() / usual.cpuMillis());
      parts.add(
          "%s listed %,d (page 1 %.2f ×, page %d %.2f × an ordinary one's processor time)"
              .formatted(
                  name,
                  walk.distinct(),
                  first.cpuMillis() / usual.cpuMillis(),
                  walk.deepPage(),
                  deep.cpuMillis() / usual.cpuMillis()));
    }

    void context(ReadCost ofStar, ReadCost ofUsual) {
      put("context_entries", ofStar.entries());
      put("context_cpu_ms", ofStar.cpuMillis());
      put("context_ordinary_entries", ofUsual.entries());
      put("context_ordinary_cpu_ms", ofUsual.cpuMillis());
      parts.add(
          "context of %,d entries %.2f × an ordinary one's processor time for each"
              .formatted(ofStar.entries(), ofStar.cpuMicrosAnEntry() / ofUsual.cpuMicrosAnEntry()));
    }

    void partitions(LargestPartitions partitions) {
      Map.Entry<String, Long> largest = partitions.largest();
      put("largest_partition_bytes", largest.getValue());
      put("largest_partition_of", largest.getKey());
      put("standing_partition_bytes", partitions.of("post.standing"));
      parts.add(
          "largest partition %.1f MB (%s)".formatted(largest.getValue() / 1e6, largest.getKey()));
      require(
          largest.getValue() <= PARTITION_BYTES_MAX,
          largest.getKey() + ": partition of " + largest.getValue() + " bytes");
    }

    private void require(boolean holds, String otherwise) {
      if (!holds) {
        wrong.add(otherwise);
      }
    }

    /** How many times as long others wait as without, at p99. */
    void others(double whileFollowed, double whileFavourited) {
      put("others_p99_ratio_follows", whileFollowed);
      put("others_p99_ratio_favourites", whileFavourited);
      parts.add(
          "others' p99 %.2f × while followers come, %.2f × while favourites come"
              .formatted(whileFollowed, whileFavourited));
    }

    FameResult result() {
      return new FameResult(wrong, figures, String.join("; ", parts));
    }
  }
}
