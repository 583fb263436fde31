package isegoria.tests.once;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Appends through two instances while one of them is killed in mid-transaction, again and again;
 * then counts.
 */
public final class AppendProof {
  private static final int AGGREGATES = 20;
  private static final int PARTITIONS_READY_TRIES_MAX = 300;
  private static final Duration DEDUPE_OFF = Duration.ofMillis(1);
  private static final Duration HOLD_MAX = Duration.ofSeconds(5);

  /** An instance that stays dead this long has lost its partitions to the other one. */
  private static final Duration TAKEN_OVER = Duration.ofSeconds(13);

  /** Every so many kills the dead stays dead until its partitions have moved. */
  private static final int TAKE_OVER_EVERY = 4;

  private final Sizes sizes;
  private final BrokerView broker;
  private final Appender[] instances = new Appender[2];
  private final Random random;
  private volatile Set<Integer> dead = Set.of();
  private final AtomicInteger killsDone = new AtomicInteger();
  private int midTransaction;

  private AppendProof(Sizes sizes, String bootstrapServers, Path directory) {
    this.sizes = sizes;
    this.random = new Random(sizes.seed());
    this.broker = new BrokerView(bootstrapServers);
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    Duration window = sizes.dedupe() ? Duration.ofHours(1) : DEDUPE_OFF;
    for (int i = 0; i < instances.length; i++) {
      instances[i] = new Appender(http, bootstrapServers, directory, i, window);
    }
  }

  /**
   * How much is appended and killed.
   *
   * @param commands at least so many; appending goes on until the last kill is survived
   * @param kills so many in mid-transaction; at most as many again may miss one
   * @param dedupe whether the deciders remember first outcomes; without, the proof must fail
   */
  public record Sizes(int commands, int kills, boolean dedupe, long seed) {}

  /** Runs the proof on an empty broker; children and files live below the directory. */
  public static AppendResult run(Sizes sizes, String bootstrapServers, Path directory) {
    var proof = new AppendProof(sizes, bootstrapServers, directory);
    try (proof.broker) {
      return proof.run(bootstrapServers);
    } finally {
      for (Appender instance : proof.instances) {
        instance.close();
      }
    }
  }

  private AppendResult run(String bootstrapServers) {
    Instant start = Instant.now();
    broker.createTopics();
    for (Appender instance : instances) {
      instance.start();
    }
    for (Appender instance : instances) {
      instance.awaitReady();
    }
    var load = new AppendLoad(List.of(instances), AGGREGATES, () -> dead);
    load.start();
    load.awaitAcknowledgedEverywhere();
    for (int kill = 0; midTransaction < sizes.kills() && kill < 2 * sizes.kills(); kill++) {
      killOnce(load, kill);
    }
    load.finish(sizes.commands());
    LineCount count = LineCount.read(bootstrapServers);
    return load.result(
        count,
        sizes,
        new AppendResult.Killed(killsDone.get(), midTransaction),
        Duration.between(start, Instant.now()));
  }

  /** A kill means nothing while one instance has all partitions, or while they are moving. */
  private void awaitBothDeciding() {
    for (int tries = 0; tries < PARTITIONS_READY_TRIES_MAX; tries++) {
      if (broker.isSettled()
          && !broker.partitionsOf(0).isEmpty()
          && !broker.partitionsOf(1).isEmpty()) {
        return;
      }
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
    throw new IllegalStateException("partitions: all with one instance (expected: with both)");
  }

  private void killOnce(AppendLoad load, int kill) {
    awaitBothDeciding();
    Appender victim = instances[random.nextInt(instances.length)];
    LockSupport.parkNanos(Duration.ofMillis(200 + random.nextInt(1_000)).toNanos());
    Set<Integer> lost = broker.partitionsOf(victim.instance());
    boolean held = victim.holdTransaction(HOLD_MAX);
    victim.kill();
    dead = lost;
    if (held && broker.transactionLeftOpen()) {
      midTransaction++;
    }
    if (kill % TAKE_OVER_EVERY == TAKE_OVER_EVERY - 1) {
      LockSupport.parkNanos(TAKEN_OVER.toNanos());
    }
    victim.start();
    victim.awaitReady();
    load.awaitAcknowledgedEverywhere();
    dead = Set.of();
    System.out.printf(
        "kill %d, %d of %d in mid-transaction: instance %d, its partitions %s; longest silence: %s; %d lines acknowledged so far%n",
        killsDone.incrementAndGet(),
        midTransaction,
        sizes.kills(),
        victim.instance(),
        lost,
        load.latestSilences(),
        load.acknowledged());
  }
}
