package isegoria.benchmarks.ladder;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.IntPredicate;

/** A rung that keeps everything at hand, and may be told to forget some authors. */
final class InMemoryRung implements Rung {
  private final Network network;
  private final IntPredicate forgotten;
  private final ConcurrentSkipListMap<Long, Integer> posts = new ConcurrentSkipListMap<>();

  InMemoryRung(Network network, IntPredicate forgotten) {
    this.network = network;
    this.forgotten = forgotten;
  }

  @Override
  public String name() {
    return "in memory";
  }

  @Override
  public void open() {
    // Nothing to open.
  }

  @Override
  public CompletionStage<?> post(long id, int author) {
    if (!forgotten.test(author)) {
      posts.put(id, author);
    }
    return CompletableFuture.completedStage(null);
  }

  @Override
  public long[] page(int reader, long olderThan) {
    return posts.headMap(olderThan).descendingMap().entrySet().stream()
        .filter(post -> network.follows(reader, post.getValue()))
        .mapToLong(Map.Entry::getKey)
        .limit(PAGE_POSTS)
        .toArray();
  }

  @Override
  public int pushed(int author) {
    return 0;
  }

  @Override
  public void close() {
    // Nothing to close.
  }
}
