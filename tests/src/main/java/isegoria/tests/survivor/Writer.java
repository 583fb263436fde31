package isegoria.tests.survivor;

import isegoria.tests.client.Answer;
import isegoria.tests.client.Call;
import isegoria.tests.client.Person;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Posts one post after the other, each until a follower's home has it. */
final class Writer {
  private static final Duration SEEN_MAX = Duration.ofSeconds(60);
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private final Circle circle;
  private int next;

  Writer(Circle circle) {
    this.circle = circle;
  }

  /** Posts for so long, at least once; the longest time, in seconds, until one was seen. */
  double post(Duration length) {
    long end = System.nanoTime() + length.toNanos();
    double longest = 0;
    do {
      longest = Math.max(longest, postAndSee(next++ % circle.size()));
    } while (System.nanoTime() < end);
    return longest;
  }

  /**
   * Everybody posts now: the seconds until every post is seen. Whose post waits for what is gone
   * depends on who posts, so one author's would tell by chance.
   */
  double postByAll() {
    List<CompletableFuture<Double>> all =
        IntStream.range(0, circle.size())
            .mapToObj(author ->
                CompletableFuture.supplyAsync(() -> postAndSee(author), Thread::startVirtualThread))
            .toList();
    return all.stream().mapToDouble(CompletableFuture::join).max().orElse(0);
  }

  /** The seconds from now until a post that begins now is seen. */
  private double postAndSee(int author) {
    long start = System.nanoTime();
    String id = circle.person(author).publish("A post by " + author).id();
    circle.posted(author, id);
    while (!isSeen(id, circle.followerOf(author))) {
      if (System.nanoTime() - start > SEEN_MAX.toNanos()) {
        throw new IllegalStateException("post " + id + ": not seen after " + SEEN_MAX);
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static boolean isSeen(String id, Person follower) {
    long before = Long.parseLong(id) - 1;
    try {
      Answer page =
          follower
              .api()
              .raw(Call.get("/api/v1/timelines/home?min_id=" + before).as(follower.token()));
      for (JsonNode post : page.json()) {
        if (post.path("id").asString().equals(id)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }
}
