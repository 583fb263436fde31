package isegoria.benchmarks.ladder;

import java.util.Locale;

/**
 * What is measured of a rung: columns of the table, in its order. Processor time is that of all
 * processes; a mix is posts and pages at the cell's share of the most that can be done.
 */
public enum Figure {
  /** Of a post, at the common rate. */
  POST_CPU_US,
  /** The same when as many posts come as can be done: what waits costs less. */
  BUSY_POST_CPU_US,
  BUSY_POSTS_PER_SECOND,
  /** Of a post at the cell's share of that, at moments that do not depend on answers. */
  OPEN_POST_CPU_US,
  /** Of it for feeds: less what as many such posts cost without them. */
  FEED_CPU_US,
  PAGE_CPU_US,
  /** Posts and pages that can be done at most. */
  SATURATED_PER_SECOND,
  /** From when a post of the mix was due until it could be seen. */
  VISIBLE_P50_MS,
  VISIBLE_P99_MS,
  VISIBLE_P999_MS,
  /** From when a page of the mix was due until it was there. */
  PAGE_P50_MS,
  PAGE_P99_MS,
  /** Of a post in the mix with the pages that come with it. */
  MIX_CPU_US_PER_POST,
  /** Of the active followers of a post in the mix, those who read after it within the load. */
  READ_SHARE,
  /** Visible deliveries, reads' time inside. */
  DELIVERIES_PER_CORE_SECOND,
  /** What they would be if every active follower had read: a slower rung has fewer readers. */
  REACHABLE_PER_CORE_SECOND,
  /** Posts on returned pages that were new to the reader. */
  SHOWN_PER_CORE_SECOND,
  /** What all processes sent to disk, in whole pages; what is flushed after the load is not in. */
  WRITTEN_BYTES_PER_POST,
  WRITTEN_BYTES_PER_DELIVERY,
  KAFKA_BYTES_PER_DELIVERY,
  COMMIT_LOG_BYTES_PER_DELIVERY,
  SSTABLE_BYTES_PER_DELIVERY,
  /** Of all followers of the posts in the mix: who got them when they came. */
  PUSHED_SHARE,
  /** Who read, and fetched them. */
  PULLED_SHARE,
  /** Who did not read: nothing was done for them. */
  IDLE_SHARE,
  /** Of posts by others, in a mix in which number 0 posts now and then. */
  SMALL_VISIBLE_P99_MS_DURING_GIANT,
  /** Of number 0's. */
  GIANT_VISIBLE_P50_MS,
  GIANT_VISIBLE_P99_MS;

  /** As tables name it. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
