package isegoria.tests.once;

import isegoria.events.Partitioning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * One writer per log, each with one command at a time, repeating it under its id until it is
 * acknowledged.
 */
final class AppendLoad {
  private static final Duration PACE = Duration.ofMillis(40);
  private static final Duration AGAIN = Duration.ofMillis(50);
  private static final Duration TRY_MAX = Duration.ofSeconds(90);
  private static final Duration AWAIT_MAX = Duration.ofSeconds(90);
  private static final int REPEAT_EVERY = 10;

  private final List<Appender> instances;
  private final Supplier<Set<Integer>> dead;
  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicInteger repeated = new AtomicInteger();
  private final AtomicLong survivingNanos = new AtomicLong();
  private final AtomicLong deadNanos = new AtomicLong();
  private final AtomicLong latestSurvivingNanos = new AtomicLong();
  private final AtomicLong latestDeadNanos = new AtomicLong();
  private final AtomicLongArray perLog;
  private final AtomicBoolean running = new AtomicBoolean(true);
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final List<Thread> writers = new ArrayList<>();

  AppendLoad(List<Appender> instances, int logs, Supplier<Set<Integer>> dead) {
    this.instances = List.copyOf(instances);
    this.dead = dead;
    this.perLog = new AtomicLongArray(logs);
  }

  void start() {
    for (int log = 0; log < perLog.length(); log++) {
      int mine = log;
      writers.add(Thread.ofVirtual().name("log-" + log).start(() -> write(mine)));
    }
  }

  int acknowledged() {
    return count.get();
  }

  /** The longest silences since it was last asked: of surviving partitions, and of dead ones. */
  String latestSilences() {
    return "surviving %.1f s, dead %.1f s"
        .formatted(latestSurvivingNanos.getAndSet(0) / 1e9, latestDeadNanos.getAndSet(0) / 1e9);
  }

  /** Waits until every log has taken two lines from now on. */
  void awaitAcknowledgedEverywhere() {
    long[] before = new long[perLog.length()];
    for (int log = 0; log < before.length; log++) {
      before[log] = perLog.get(log);
    }
    long end = System.nanoTime() + AWAIT_MAX.toNanos();
    for (int log = 0; log < before.length; log++) {
      while (perLog.get(log) < before[log] + 2) {
        if (System.nanoTime() > end || !failures.isEmpty()) {
          throw new IllegalStateException("log " + log + ": takes no lines " + failures);
        }
        LockSupport.parkNanos(AGAIN.toNanos());
      }
    }
  }

  /** Appends until there are enough, then stops. */
  void finish(int commands) {
    while (count.get() < commands && failures.isEmpty()) {
      LockSupport.parkNanos(AGAIN.toNanos());
    }
    running.set(false);
    for (Thread writer : writers) {
      try {
        writer.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    if (!failures.isEmpty()) {
      throw new IllegalStateException("appending failed", failures.peek());
    }
  }

  AppendResult result(
      LineCount lines, AppendProof.Sizes sizes, AppendResult.Killed killed, Duration took) {
    int lost = 0;
    for (String id : acknowledged) {
      lost += lines.of(id) == 0 ? 1 : 0;
    }
    int doubled = (int) lines.byCommand().values().stream().filter(times -> times > 1).count();
    return new AppendResult(
        sizes,
        acknowledged.size(),
        repeated.get(),
        lost,
        doubled,
        killed,
        Duration.ofNanos(survivingNanos.get()),
        Duration.ofNanos(deadNanos.get()),
        took);
  }

  private void write(int log) {
    String key = "log" + log + "/log";
    int partition = Partitioning.ofKey(key, Appending.PARTITIONS);
    try {
      for (int line = 0; running.get(); line++) {
        String id = "log" + log + "-" + line;
        int first = (log + line) % instances.size();
        boolean deadBefore = dead.get().contains(partition);
        long start = System.nanoTime();
        append(key, id, first);
        long waited = System.nanoTime() - start;
        boolean ofDead = deadBefore || dead.get().contains(partition);
        (ofDead ? deadNanos : survivingNanos).accumulateAndGet(waited, Math::max);
        (ofDead ? latestDeadNanos : latestSurvivingNanos).accumulateAndGet(waited, Math::max);
        acknowledged.add(id);
        count.incrementAndGet();
        perLog.incrementAndGet(log);
        if (line % REPEAT_EVERY == 0) {
          append(key, id, first + 1);
          repeated.incrementAndGet();
        }
        LockSupport.parkNanos(PACE.toNanos());
      }
    } catch (IllegalStateException e) {
      failures.add(e);
    }
  }

  /** Asks one instance, then the other, and so on, until one of them acknowledges. */
  private void append(String key, String id, int first) {
    long end = System.nanoTime() + TRY_MAX.toNanos();
    for (int attempt = 0; System.nanoTime() < end; attempt++) {
      String word = instances.get((first + attempt) % instances.size()).append(key, id, id);
      switch (word) {
        case "accepted", "repeated" -> {
          return;
        }
        case "unknown", "unavailable", "too-late" -> LockSupport.parkNanos(AGAIN.toNanos());
        default -> throw new IllegalStateException(id + ": " + word + " (expected: accepted)");
      }
    }
    throw new IllegalStateException(id + ": not acknowledged within " + TRY_MAX);
  }
}
