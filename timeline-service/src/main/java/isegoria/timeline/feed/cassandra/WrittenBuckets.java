package isegoria.timeline.feed.cassandra;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;

/**
 * Buckets whose rows are durable, so that each is written once by an instance and not once for each
 * post. One that is not remembered any more is written again, which changes nothing.
 */
final class WrittenBuckets {

  /** The authors and tags of a busy hour; some 10 MB. */
  private static final int BUCKETS_MAX = 100_000;

  private final Cache<Bucket, Boolean> written =
      Caffeine.newBuilder().maximumSize(BUCKETS_MAX).build();

  /** A month of an author's log, or an hour of a shared feed. */
  sealed interface Bucket {

    static Bucket ofAuthor(long author, int month) {
      return new AuthorMonth(author, month);
    }

    static Bucket ofFeed(String feed, int hour) {
      return new SharedHour(feed, hour);
    }
  }

  private record AuthorMonth(long author, int month) implements Bucket {}

  private record SharedHour(String feed, int hour) implements Bucket {}

  boolean has(Bucket bucket) {
    return written.getIfPresent(bucket) != null;
  }

  /** The rows of these are durable now. */
  void add(List<Bucket> buckets) {
    buckets.forEach(bucket -> written.put(bucket, true));
  }

  void clear() {
    written.invalidateAll();
  }
}
