package isegoria.tests.survivor;

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
import java.util.concurrent.locks.LockSupport;

/** Clients who read homes at a steady pace and ask for each page once. */
final class Readers implements AutoCloseable {
  private static final int CLIENTS = 4;
  private static final Duration PACE = Duration.ofMillis(40);

  private final Circle circle;
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicLong lastAnswer = new AtomicLong(System.nanoTime());
  private final AtomicLong longestNanos = new AtomicLong();
  private final List<Thread> clients = new ArrayList<>();
  private volatile boolean stopped;

  Readers(Circle circle) {
    this.circle = circle;
    for (int client = 0; client < CLIENTS; client++) {
      clients.add(Thread.ofVirtual().start(this::read));
    }
  }

  private void read() {
    while (!stopped) {
      Person reader = circle.person(ThreadLocalRandom.current().nextInt(circle.size()));
      if (isAnswered(reader)) {
        long now = System.nanoTime();
        longestNanos.accumulateAndGet(now - lastAnswer.getAndSet(now), Math::max);
        answered.incrementAndGet();
      } else {
        failed.incrementAndGet();
      }
      LockSupport.parkNanos(PACE.toNanos());
    }
  }

  private static boolean isAnswered(Person reader) {
    try {
      Call home = Call.get("/api/v1/timelines/home").as(reader.token());
      return reader.api().raw(home).isOk();
    } catch (IOException | UnexpectedAnswer e) {
      return false;
    }
  }

  int answered() {
    return answered.get();
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
