package isegoria.eventsourcing.apply;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import isegoria.eventsourcing.kafka.BadRecord;
import isegoria.eventsourcing.kafka.BadRecords;
import isegoria.eventsourcing.kafka.PacedConsumer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way in which records of Kafka become rows: poll, write, wait until all is acknowledged,
 * then commit what was read.
 *
 * <p>It exists because Streams has no hook that makes an outside write durable before its offsets
 * are committed. A batch whose writes fail is read again; rows are idempotent. A record that cannot
 * be decoded is passed over, or stops its own partition, as the loop's {@link BadRecords} say.
 */
final class ApplyLoop implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ApplyLoop.class);

  /** How long one poll waits for records. */
  private static final Duration POLL = Duration.ofMillis(200);

  /** What was applied since the last commit is applied again after a crash: a second's, no more. */
  private static final long COMMIT_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

  /** How long a failed batch waits before it is read again. */
  private static final Duration BACK_OFF = Duration.ofMillis(500);

  /** What a loop does with records. */
  interface Steps {
    /**
     * Writes what one record says; complete when it is durable. Throws for a record that cannot be
     * decoded, and for nothing else.
     */
    CompletableFuture<?> write(ConsumerRecord<String, byte[]> change);

    /** These records, and all before them on their partitions, are durable or passed over. */
    void applied(List<ConsumerRecord<String, byte[]>> batch);

    /** A partition stands still before this record. */
    default void paused(BadRecord at) {}

    /** Rows that were durable may be gone: some records come again, to write them again. */
    default void goesBack() {}
  }

  private final String name;
  private final Supplier<Map<String, Object>> config;
  private final Assignment assignment;
  private final Steps steps;
  private final BadRecords badRecords;
  private final Timer lag;
  private final Thread thread;
  private final AtomicReference<@Nullable Instant> rewindTo = new AtomicReference<>();
  private final AtomicBoolean toStart = new AtomicBoolean();
  private final AtomicBoolean retry = new AtomicBoolean();
  private final Set<TopicPartition> rewound = ConcurrentHashMap.newKeySet();
  private final Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();

  /** Where each partition stood that was rewound: what lies before is not applied again yet. */
  private final Map<TopicPartition, Long> rewoundFrom = new ConcurrentHashMap<>();

  private long committedAtNanos = System.nanoTime();
  private volatile long behind;
  private volatile boolean running = true;
  private volatile boolean assigned;
  private volatile boolean failing;

  ApplyLoop(
      String name,
      Supplier<Map<String, Object>> config,
      Assignment assignment,
      Steps steps,
      BadRecords badRecords,
      MeterRegistry meters) {
    this.badRecords = badRecords;
    this.name = name;
    this.config = config;
    this.assignment = assignment;
    this.steps = steps;
    this.lag =
        Timer.builder("projection.lag")
            .description("Time from a record to its durable rows")
            .tag("view", name)
            .register(meters);
    Gauge.builder("projection.lag.records", this, ApplyLoop::behind)
        .description("Records that are not applied yet")
        .tag("view", name)
        .register(meters);
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  boolean healthy() {
    return assigned && thread.isAlive() && !failing;
  }

  /** Has the last records applied again: what a store may have lost when it came back. */
  void rewind(Duration back) {
    Instant asked = Instant.now().minus(back);
    rewindTo.accumulateAndGet(
        asked, (pending, now) -> pending != null && pending.isBefore(asked) ? pending : now);
  }

  /** Whether a {@link #rewind} was asked for that has not been applied to its end. */
  boolean isRewinding() {
    return rewindTo.get() != null || !rewoundFrom.isEmpty();
  }

  /** Has every record of the loop's partitions applied again. */
  void rewindToStart() {
    rewound.clear();
    toStart.set(true);
  }

  /** Has the loop try again the records before which partitions are paused. */
  void retry() {
    retry.set(true);
  }

  /** The partitions that started over since the last {@link #rewindToStart}. */
  Set<TopicPartition> rewound() {
    return Set.copyOf(rewound);
  }

  /**
   * Records of the loop's partitions that are not applied yet, paused ones left out; 1 where that
   * is not known.
   */
  long behind() {
    return toStart.get() ? Math.max(1, behind) : behind;
  }

  private void run() {
    while (running) {
      try (Consumer<String, byte[]> consumer =
          new PacedConsumer<>(
              config.get(), new StringDeserializer(), new ByteArrayDeserializer())) {
        uncommitted.clear();
        while (running) {
          turn(consumer);
        }
        commit(consumer);
      } catch (WakeupException | InterruptException e) {
        LOG.debug("{}: woken to stop", name);
      } catch (RuntimeException e) {
        failing = true;
        LOG.warn("{}: failed, starts over", name, e);
        LockSupport.parkNanos(BACK_OFF.toNanos());
      }
    }
  }

  /** One poll, and what comes of it. */
  void turn(Consumer<String, byte[]> consumer) {
    boolean hasItsShare = assignment.ensureAssigned(consumer);
    assigned = hasItsShare || assigned;
    Instant since = rewindTo.get();
    if (hasItsShare && since != null) {
      rewind(consumer, since);
      rewindTo.compareAndSet(since, null);
    }
    if (hasItsShare && toStart.get()) {
      toStart(consumer);
    }
    badRecords.retain(consumer.assignment());
    resume(consumer);
    if (consumer.subscription().isEmpty() && consumer.assignment().isEmpty()) {
      failing = false;
      LockSupport.parkNanos(POLL.toNanos());
      return;
    }
    ConsumerRecords<String, byte[]> batch = consumer.poll(POLL);
    if (batch.isEmpty()) {
      failing = false;
      if (hasItsShare) {
        appliedAgain(consumer);
      }
      commitWhenDue(consumer);
      behind = behind(consumer);
      return;
    }
    apply(consumer, batch);
  }

  private void apply(Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> batch) {
    List<ConsumerRecord<String, byte[]>> taken = new ArrayList<>(batch.count());
    Map<TopicPartition, Long> stops = new HashMap<>();
    List<CompletableFuture<?>> writes = new ArrayList<>(batch.count());
    for (TopicPartition partition : batch.partitions()) {
      for (ConsumerRecord<String, byte[]> change : batch.records(partition)) {
        CompletableFuture<?> write = write(change);
        if (write == null) {
          stops.put(partition, change.offset());
          break;
        }
        writes.add(write);
        taken.add(change);
      }
    }
    try {
      CompletableFuture.allOf(writes.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      failing = true;
      LOG.warn(
          "{}: batch of {} records not written, reading it again in 500 ms: {}",
          name,
          batch.count(),
          e.getMessage());
      seekBack(consumer, batch);
      LockSupport.parkNanos(BACK_OFF.toNanos());
      return;
    }
    failing = false;
    long now = System.currentTimeMillis();
    taken.forEach(change -> lag.record(Duration.ofMillis(now - change.timestamp())));
    pause(consumer, stops);
    applied(consumer, batch);
    commitWhenDue(consumer);
    steps.applied(taken);
    stops.keySet().forEach(stop -> badRecords.pausedAt(stop).ifPresent(steps::paused));
    behind = behind(consumer);
  }

  /** The write of one record; null where its partition stops. */
  private @Nullable CompletableFuture<?> write(ConsumerRecord<String, byte[]> change) {
    try {
      CompletableFuture<?> write = steps.write(change);
      badRecords.applied(change);
      return write;
    } catch (RuntimeException failure) {
      return badRecords.passesOver(change, failure)
          ? CompletableFuture.completedFuture(null)
          : null;
    }
  }

  private static void pause(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> stops) {
    stops.forEach((partition, offset) -> {
      if (consumer.assignment().contains(partition)) {
        consumer.seek(partition, offset);
        consumer.pause(List.of(partition));
      }
    });
  }

  /** Lets paused partitions go on whose record is to be tried again, or skipped. */
  private void resume(Consumer<String, byte[]> consumer) {
    boolean all = retry.getAndSet(false);
    for (TopicPartition partition : consumer.paused()) {
      if (all || badRecords.maySkip(partition)) {
        badRecords.clear(List.of(partition));
        consumer.resume(List.of(partition));
      }
    }
  }

  /**
   * The lag of what was asked for, which is the position's: nothing read is left unapplied here.
   */
  private static long behind(Consumer<String, byte[]> consumer) {
    long sum = 0;
    for (TopicPartition partition : consumer.assignment()) {
      if (!consumer.paused().contains(partition)) {
        sum += consumer.currentLag(partition).orElse(1);
      }
    }
    return sum;
  }

  /** Notes the positions past a batch, and past the commit markers that end its transactions. */
  private void applied(Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> batch) {
    for (TopicPartition partition : batch.partitions()) {
      if (consumer.assignment().contains(partition)) {
        uncommitted.put(partition, new OffsetAndMetadata(consumer.position(partition)));
      }
    }
    appliedAgain(consumer);
  }

  /** Notes what has been applied again; a partition that moved is the work of its new consumer. */
  private void appliedAgain(Consumer<String, byte[]> consumer) {
    rewoundFrom.keySet().retainAll(consumer.assignment());
    rewoundFrom.entrySet().removeIf(each -> consumer.position(each.getKey()) >= each.getValue());
  }

  private void commitWhenDue(Consumer<String, byte[]> consumer) {
    if (System.nanoTime() - committedAtNanos > COMMIT_EVERY_NANOS) {
      commit(consumer);
    }
  }

  private void commit(Consumer<String, byte[]> consumer) {
    // The consumer that a partition moved to commits for it.
    uncommitted.keySet().retainAll(consumer.assignment());
    if (!uncommitted.isEmpty()) {
      consumer.commitAsync(Map.copyOf(uncommitted), null);
      uncommitted.clear();
      committedAtNanos = System.nanoTime();
    }
  }

  private static void seekBack(
      Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> batch) {
    for (TopicPartition partition : batch.partitions()) {
      if (consumer.assignment().contains(partition)) {
        consumer.seek(partition, batch.records(partition).getFirst().offset());
      }
    }
  }

  /**
   * Commits at once, so that the next consumer of such a partition also starts at its beginning.
   */
  private void toStart(Consumer<String, byte[]> consumer) {
    steps.goesBack();
    retry.set(true);
    Set<TopicPartition> partitions = consumer.assignment();
    Map<TopicPartition, OffsetAndMetadata> starts = new HashMap<>();
    consumer
        .beginningOffsets(partitions)
        .forEach((partition, offset) -> {
          consumer.seek(partition, offset);
          starts.put(partition, new OffsetAndMetadata(offset));
        });
    uncommitted.clear();
    consumer.commitSync(starts);
    rewound.addAll(partitions);
    behind = Math.max(1, behind(consumer));
    toStart.set(false);
    LOG.info("{}: applying {} partitions from their beginning", name, partitions.size());
  }

  /** Commits at once, so that the next consumer of such a partition goes back as well. */
  private void rewind(Consumer<String, byte[]> consumer, Instant since) {
    steps.goesBack();
    retry.set(true);
    Map<TopicPartition, Long> times = new HashMap<>();
    consumer.assignment().forEach(partition -> times.put(partition, since.toEpochMilli()));
    Map<TopicPartition, OffsetAndMetadata> starts = new HashMap<>();
    consumer
        .offsetsForTimes(times)
        .forEach((partition, found) -> {
          long position = consumer.position(partition);
          if (found != null && found.offset() < position) {
            rewoundFrom.merge(partition, position, Math::max);
            consumer.seek(partition, found.offset());
            starts.put(partition, new OffsetAndMetadata(found.offset()));
          }
        });
    if (!starts.isEmpty()) {
      uncommitted.putAll(starts);
      uncommitted.keySet().retainAll(consumer.assignment());
      consumer.commitSync(Map.copyOf(uncommitted));
    }
    LOG.info("{}: applying the records since {} again", name, since);
  }

  @Override
  public void close() {
    running = false;
    try {
      // In milliseconds: a join by duration refuses a thread that was never started.
      thread.join(Duration.ofSeconds(10).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
