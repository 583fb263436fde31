package isegoria.benchmarks.ladder;

import isegoria.benchmarks.ladder.Costs.Taken;
import isegoria.benchmarks.load.OpenLoop;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * A load of posts and pages: what it cost, and what was delivered.
 *
 * @param taken by all processes, what is done after the last answer inside
 * @param kept on disk of what the servers wrote
 */
record Mixed(Deliveries deliveries, OpenLoop.Sent sent, Taken taken, Disk.Bytes kept) {

  /** Puts its figures; {@code pushed}: to how many a post by an author goes when it comes. */
  void tell(IntUnaryOperator pushed, Map<Figure, Double> figures) {
    figures.put(Figure.VISIBLE_P50_MS, sent.posts().millis(50));
    figures.put(Figure.VISIBLE_P99_MS, sent.posts().millis(99));
    figures.put(Figure.VISIBLE_P999_MS, sent.posts().millis(99.9));
    figures.put(Figure.PAGE_P50_MS, sent.pages().millis(50));
    figures.put(Figure.PAGE_P99_MS, sent.pages().millis(99));
    long posts = deliveries.posts();
    if (posts > 0) {
      long reachable = deliveries.reachable();
      long delivered = deliveries.count();
      figures.put(Figure.MIX_CPU_US_PER_POST, taken.cpuSeconds() * 1e6 / posts);
      figures.put(Figure.READ_SHARE, share(delivered, reachable));
      figures.put(Figure.DELIVERIES_PER_CORE_SECOND, delivered / taken.cpuSeconds());
      figures.put(Figure.REACHABLE_PER_CORE_SECOND, reachable / taken.cpuSeconds());
      figures.put(Figure.SHOWN_PER_CORE_SECOND, deliveries.shown() / taken.cpuSeconds());
      figures.put(Figure.WRITTEN_BYTES_PER_POST, (double) taken.writtenBytes() / posts);
      bytes(delivered, figures);
      ways(deliveries.sum(pushed), reachable, deliveries.followers(), figures);
    }
  }

  private void bytes(long delivered, Map<Figure, Double> figures) {
    if (delivered > 0) {
      figures.put(Figure.WRITTEN_BYTES_PER_DELIVERY, share(taken.writtenBytes(), delivered));
      figures.put(Figure.KAFKA_BYTES_PER_DELIVERY, share(kept.kafkaLog(), delivered));
      figures.put(Figure.COMMIT_LOG_BYTES_PER_DELIVERY, share(kept.commitLog(), delivered));
      figures.put(Figure.SSTABLE_BYTES_PER_DELIVERY, share(kept.sstables(), delivered));
    }
  }

  private static void ways(
      long pushed, long reachable, long followers, Map<Figure, Double> figures) {
    figures.put(Figure.PUSHED_SHARE, share(pushed, followers));
    figures.put(Figure.PULLED_SHARE, share(reachable - pushed, followers));
    figures.put(Figure.IDLE_SHARE, share(followers - reachable, followers));
  }

  private static double share(long some, long all) {
    return all == 0 ? 0 : (double) some / all;
  }
}
