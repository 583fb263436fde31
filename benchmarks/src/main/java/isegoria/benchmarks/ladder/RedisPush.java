package isegoria.benchmarks.ladder;

import static redis.clients.jedis.Protocol.Keyword.BYSCORE;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.ZRangeParams;

/**
 * Rung (d): a sorted set of Redis for each active reader, as Mastodon keeps it: 800 entries, and
 * for each delivery the commands that its feed manager sends. They are pipelined by post, which
 * Mastodon's jobs do not do: that flatters this rung.
 */
final class RedisPush implements Rung {
  private static final int ENTRIES_MAX = 800;

  /** Where boosts are looked for: among so many of the newest. */
  private static final int FALLOFF_RANK = 40;

  /** Deliveries in one pipeline: what is answered is held in memory. */
  private static final int PIPELINED_MAX = 500;

  private final Network network;
  private final RedisClient pushing;
  private final RedisClient reading;

  RedisPush(Network network, RedisClient pushing, RedisClient reading) {
    this.network = network;
    this.pushing = pushing;
    this.reading = reading;
  }

  @Override
  public String name() {
    return "d: Redis push";
  }

  @Override
  public void open() {
    // The server stands.
  }

  @Override
  public CompletionStage<?> post(long id, int author) {
    int[] readers = network.activeFollowersOf(author);
    for (int from = 0; from < readers.length; from += PIPELINED_MAX) {
      try (AbstractPipeline pipeline = pushing.pipelined()) {
        for (int i = from; i < Math.min(readers.length, from + PIPELINED_MAX); i++) {
          deliver(pipeline, readers[i], Long.toString(id), (double) id);
        }
        pipeline.sync();
      }
    }
    return CompletableFuture.completedStage(null);
  }

  private static void deliver(AbstractPipeline pipeline, int reader, String entry, double score) {
    String feed = "feed:home:" + reader;
    var _ = pipeline.zscore(feed + ":reblogs", entry);
    var _ = pipeline.zadd(feed, score, entry);
    var _ = pipeline.zremrangeByRank(feed, 0, -(ENTRIES_MAX + 1));
    var _ = pipeline.zrevrangeWithScores(feed, FALLOFF_RANK, FALLOFF_RANK);
    var _ = pipeline.exists("subscribed:timeline:" + reader);
  }

  @Override
  public long[] page(int reader, long olderThan) {
    var newest = new ZRangeParams(BYSCORE, "(" + olderThan, "-inf").rev().limit(0, PAGE_POSTS);
    List<String> ids = reading.zrange("feed:home:" + reader, newest);
    return ids.stream().mapToLong(Long::parseLong).toArray();
  }

  @Override
  public int pushed(int author) {
    return network.activeFollowersOf(author).length;
  }

  @Override
  public void close() {
    // The sets stay for the next round.
  }
}
