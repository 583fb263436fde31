package isegoria.tests.survivor;

import isegoria.tests.client.Answer;
import isegoria.tests.client.Call;
import isegoria.tests.client.Person;
import isegoria.tests.client.UnexpectedAnswer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** Clients who read homes at a steady pace, ask for each page once, and look at all of it. */
final class Readers implements AutoCloseable {
  static final int CLIENTS = 4;
  private static final int LIMIT = 40;
  private static final Duration PACE = Duration.ofMillis(40);

  private final Circle circle;
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicInteger cutOff = new AtomicInteger();
  private final AtomicInteger partial = new AtomicInteger();
  private final AtomicLong lastAnswer = new AtomicLong(System.nanoTime());
  private final AtomicLong longestNanos = new AtomicLong();
  private final List<Thread> clients = new ArrayList<>();
  private final AtomicReference<String> firstFailure = new AtomicReference<>("");
  private volatile boolean stopped;

  Readers(Circle circle) {
    this.circle = circle;
    for (int client = 0; client < CLIENTS; client++) {
      clients.add(Thread.ofVirtual().start(this::read));
    }
  }

  private void read() {
    while (!stopped) {
      if (isAnswered(ThreadLocalRandom.current().nextInt(circle.size()))) {
        long now = System.nanoTime();
        longestNanos.accumulateAndGet(now - lastAnswer.getAndSet(now), Math::max);
        answered.incrementAndGet();
      } else {
        failed.incrementAndGet();
      }
      LockSupport.parkNanos(PACE.toNanos());
    }
  }

  private boolean isAnswered(int number) {
    Person reader = circle.person(number);
    long settled = circle.settled();
    try {
      Call home = Call.get("/api/v1/timelines/home?limit=" + LIMIT).as(reader.token());
      Answer page = reader.api().raw(home);
      if (!page.isOk()) {
        return isNoted(page.toString());
      }
      List<Long> ids = new ArrayList<>();
      page.json().forEach(post -> ids.add(Long.parseLong(post.path("id").asString())));
      if (!circle.isWhole(number, ids, settled, LIMIT)) {
        partial.incrementAndGet();
      }
      return true;
    } catch (IOException begun) {
      cutOff.incrementAndGet();
      return true;
    } catch (UnexpectedAnswer e) {
      return isNoted(e.toString());
    }
  }

  /** Always false: a failure that is noted is no answer. */
  private boolean isNoted(String failure) {
    boolean _ = firstFailure.compareAndSet("", failure);
    return false;
  }

  /** What became of the first read that failed; empty where none did. */
  String firstFailure() {
    return firstFailure.get();
  }

  int answered() {
    return answered.get();
  }

  /** Pages that lacked a post which every instance had had. */
  int partial() {
    return partial.get();
  }

  /** Answers that a dying instance had begun: a gateway cannot take a begun answer back. */
  int cutOff() {
    return cutOff.get();
  }

  int failed() {
    return failed.get();
  }

  /** The longest time in which no client at all had an answer. */
  double longestSilenceSeconds() {
    return longestNanos.get() / 1e9;
  }

  @Override
  public void close() {
    stopped = true;
    try {
      for (Thread client : clients) {
        client.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
