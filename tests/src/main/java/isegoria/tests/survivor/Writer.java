package isegoria.tests.survivor;

import isegoria.tests.client.Answer;
import isegoria.tests.client.Call;
import isegoria.tests.client.Person;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** Posts one post after the other, each until a follower's home has it. */
final class Writer {
  private static final Duration SEEN_MAX = Duration.ofSeconds(60);
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private final Circle circle;
  private int posts;

  Writer(Circle circle) {
    this.circle = circle;
  }

  /** Posts for so long; at least once. */
  void post(Duration length) {
    long end = System.nanoTime() + length.toNanos();
    do {
      double _ = postAndSee();
    } while (System.nanoTime() < end);
  }

  /** The seconds from now until a post that begins now is seen. */
  double postAndSee() {
    int author = posts++ % circle.size();
    long start = System.nanoTime();
    String id = circle.person(author).publish("Post " + posts).id();
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
