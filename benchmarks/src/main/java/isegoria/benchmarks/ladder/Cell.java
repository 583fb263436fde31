package isegoria.benchmarks.ladder;

import isegoria.benchmarks.ladder.Written.Difference;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * One rung in one round.
 *
 * @param postCpuMicros processor time of all processes for a post, at the common rate
 * @param busyPostCpuMicros the same when as many posts come as can be done: what waits costs less
 * @param busyPostsPerSecond how many that were
 * @param openPostCpuMicros processor time of all processes for a post at 70 % of that, at moments
 *     that wait for nobody
 * @param feedCpuMicros of it for feeds: without what as many such posts cost without them; not a
 *     number where that was not measured
 * @param pageCpuMicros for a page
 * @param saturatedPerSecond posts and pages that can be done at most
 * @param visibleP50Millis from when a post was due until it could be seen, at 70 % of saturation
 * @param pageP99Millis from when a page was due until it was there, at 70 % of saturation
 * @param deliveriesPerCoreSecond visible deliveries at 70 % of saturation, reads' time inside
 * @param shownPerCoreSecond posts on returned pages that were new to the reader
 * @param bytes written for a visible delivery meanwhile
 * @param pushedPerPost followers who got a post when it came
 * @param failed requests that ended with an error
 */
public record Cell(
    String rung,
    double postCpuMicros,
    double busyPostCpuMicros,
    double busyPostsPerSecond,
    double openPostCpuMicros,
    double feedCpuMicros,
    double pageCpuMicros,
    double saturatedPerSecond,
    double visibleP50Millis,
    double visibleP99Millis,
    double pageP50Millis,
    double pageP99Millis,
    double deliveriesPerCoreSecond,
    double shownPerCoreSecond,
    PerDelivery bytes,
    double pushedPerPost,
    int failed,
    Difference difference) {

  /**
   * Bytes for a visible delivery, by what keeps them.
   *
   * @param sent to disk by all processes, in whole pages
   * @param kafkaLog of records
   * @param commitLog of Cassandra
   * @param sstables of Cassandra, by flushes and compactions
   */
  public record PerDelivery(double sent, double kafkaLog, double commitLog, double sstables) {
    static final PerDelivery NOTHING = new PerDelivery(0, 0, 0, 0);

    static PerDelivery of(long sentBytes, Disk.Bytes kept, long deliveries) {
      return deliveries == 0
          ? NOTHING
          : new PerDelivery(
              (double) sentBytes / deliveries,
              (double) kept.kafkaLog() / deliveries,
              (double) kept.commitLog() / deliveries,
              (double) kept.sstables() / deliveries);
    }

    private static PerDelivery median(List<Cell> rounds) {
      return new PerDelivery(
          Cell.median(rounds, cell -> cell.bytes().sent()),
          Cell.median(rounds, cell -> cell.bytes().kafkaLog()),
          Cell.median(rounds, cell -> cell.bytes().commitLog()),
          Cell.median(rounds, cell -> cell.bytes().sstables()));
    }
  }

  /** Of a rung that only takes posts. */
  static Cell ofPosts(
      String rung,
      double postCpuMicros,
      double busyCpuMicros,
      double busyPerSecond,
      double openCpuMicros,
      int failed) {
    return new Cell(
        rung,
        postCpuMicros,
        busyCpuMicros,
        busyPerSecond,
        openCpuMicros,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        PerDelivery.NOTHING,
        0,
        failed,
        Difference.NONE);
  }

  /** The same with what a post costs without feeds, when as many come. */
  Cell without(double cpuMicros) {
    return new Cell(
        rung,
        postCpuMicros,
        busyPostCpuMicros,
        busyPostsPerSecond,
        openPostCpuMicros,
        openPostCpuMicros - cpuMicros,
        pageCpuMicros,
        saturatedPerSecond,
        visibleP50Millis,
        visibleP99Millis,
        pageP50Millis,
        pageP99Millis,
        deliveriesPerCoreSecond,
        shownPerCoreSecond,
        bytes,
        pushedPerPost,
        failed,
        difference);
  }

  /** The median of each figure over some rounds; errors and differences add up. */
  static Cell median(List<Cell> rounds) {
    return new Cell(
        rounds.getFirst().rung(),
        median(rounds, Cell::postCpuMicros),
        median(rounds, Cell::busyPostCpuMicros),
        median(rounds, Cell::busyPostsPerSecond),
        median(rounds, Cell::openPostCpuMicros),
        median(rounds, Cell::feedCpuMicros),
        median(rounds, Cell::pageCpuMicros),
        median(rounds, Cell::saturatedPerSecond),
        median(rounds, Cell::visibleP50Millis),
        median(rounds, Cell::visibleP99Millis),
        median(rounds, Cell::pageP50Millis),
        median(rounds, Cell::pageP99Millis),
        median(rounds, Cell::deliveriesPerCoreSecond),
        median(rounds, Cell::shownPerCoreSecond),
        PerDelivery.median(rounds),
        median(rounds, Cell::pushedPerPost),
        rounds.stream().mapToInt(Cell::failed).sum(),
        rounds.stream().map(Cell::difference).reduce(Difference.NONE, Difference::and));
  }

  private static double median(List<Cell> rounds, ToDoubleFunction<Cell> figure) {
    List<Double> sorted =
        rounds.stream().map(figure::applyAsDouble).sorted(Comparator.naturalOrder()).toList();
    return sorted.get((sorted.size() - 1) / 2);
  }

  public String line() {
    return ("%s: post %,.0f µs, when busy (%,.0f/s) %,.0f, at 70 %% of that %,.0f,"
            + " of it feeds %,.0f, page %,.0f µs of"
            + " processor; at most %,.0f/s; at 70 %%: visible"
            + " p50 %.1f p99 %.1f ms, page p50 %.1f p99 %.1f ms, %,.0f deliveries per core-second"
            + " (%,.0f on pages), %,.1f bytes written each (Kafka %,.1f, commit log %,.1f,"
            + " SSTables %,.1f); pushed to %.0f; failed %d;"
            + " entries compared %,d, missing %d, extra %d, out of order %d")
        .formatted(
            rung,
            postCpuMicros,
            busyPostsPerSecond,
            busyPostCpuMicros,
            openPostCpuMicros,
            feedCpuMicros,
            pageCpuMicros,
            saturatedPerSecond,
            visibleP50Millis,
            visibleP99Millis,
            pageP50Millis,
            pageP99Millis,
            deliveriesPerCoreSecond,
            shownPerCoreSecond,
            bytes.sent(),
            bytes.kafkaLog(),
            bytes.commitLog(),
            bytes.sstables(),
            pushedPerPost,
            failed,
            difference.entries(),
            difference.missing(),
            difference.extra(),
            difference.outOfOrder());
  }

  public Map<String, Object> fields() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("rung", rung);
    fields.put("post_cpu_us", postCpuMicros);
    fields.put("busy_post_cpu_us", busyPostCpuMicros);
    fields.put("busy_posts_per_second", busyPostsPerSecond);
    fields.put("open_post_cpu_us", openPostCpuMicros);
    fields.put("feed_cpu_us", feedCpuMicros);
    fields.put("page_cpu_us", pageCpuMicros);
    fields.put("saturated_per_second", saturatedPerSecond);
    fields.put("visible_p50_ms", visibleP50Millis);
    fields.put("visible_p99_ms", visibleP99Millis);
    fields.put("page_p50_ms", pageP50Millis);
    fields.put("page_p99_ms", pageP99Millis);
    fields.put("deliveries_per_core_second", deliveriesPerCoreSecond);
    fields.put("shown_per_core_second", shownPerCoreSecond);
    fields.put("written_bytes_per_delivery", bytes.sent());
    fields.put("kafka_bytes_per_delivery", bytes.kafkaLog());
    fields.put("commit_log_bytes_per_delivery", bytes.commitLog());
    fields.put("sstable_bytes_per_delivery", bytes.sstables());
    fields.put("pushed_per_post", pushedPerPost);
    fields.put("failed", failed);
    fields.put("missing", difference.missing());
    fields.put("extra", difference.extra());
    fields.put("out_of_order", difference.outOfOrder());
    return fields;
  }
}
