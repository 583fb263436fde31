package isegoria.benchmarks.fame;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.ask.CommandContext;
import isegoria.eventsourcing.ask.Commands;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.kafka.ServiceTopics;
import isegoria.eventsourcing.wire.Reply;
import isegoria.infra.Secrets;
import isegoria.kafka.KafkaConnection;
import isegoria.tests.platform.Running;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.security.auth.SecurityProtocol;

/**
 * One service's deciders, asked past HTTP: from the command on everything is as ever, and its
 * answer comes when the rows are written. A million people with tokens of their own would have to
 * sign up first.
 */
final class DeciderClient implements AutoCloseable {

  /** An instance of which the system has no other: it names the partition of the answers. */
  private static final int INSTANCE = 15;

  /** As many as a development broker has. */
  private static final int PARTITIONS = 6;

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration READY_MAX = Duration.ofSeconds(30);
  private static final Duration KNOWN_MAX = Duration.ofMinutes(5);
  private static final Duration AGAIN = Duration.ofMillis(20);

  private final Commands commands;

  DeciderClient(Running running, ServiceTopics topics) {
    var secrets = Secrets.in(running.files().resolve("secrets"));
    var kafka =
        new KafkaSettings(
            new KafkaConnection(
                "127.0.0.1:" + running.unit("kafka").port(),
                SecurityProtocol.SASL_PLAINTEXT,
                topics.service(),
                secrets.password(topics.service()),
                null,
                null),
            PARTITIONS,
            topics.service(),
            INSTANCE,
            running.files(),
            0);
    this.commands = new Commands(kafka, topics, new SimpleMeterRegistry());
    commands.start();
    long end = System.nanoTime() + READY_MAX.toNanos();
    while (!commands.ready()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(topics.service() + ": no answers can be read");
      }
      LockSupport.parkNanos(AGAIN.toNanos());
    }
  }

  /** Asks until it holds, under one command id; a refusal is an error. */
  <C, S, E, R> void ask(AggregateType<C, S, E, R> aggregateType, String key, C command) {
    String id = UUID.randomUUID().toString();
    long end = System.nanoTime() + KNOWN_MAX.toNanos();
    while (System.nanoTime() < end) {
      var context = new CommandContext(id, /* repeatable= */ true, "", "", Instant.now(), PATIENCE);
      switch (asked(aggregateType, key, command, context)) {
        case Reply.Accepted<S, E, R> _ -> {
          return;
        }
        case Reply.Unknown<S, E, R> _, Reply.TooLate<S, E, R> _, Reply.Unavailable<S, E, R> _ ->
            LockSupport.parkNanos(AGAIN.toNanos());
        case Reply<S, E, R> other ->
            throw new IllegalStateException(key + ": " + other + " (expected: accepted)");
      }
    }
    throw new IllegalStateException(key + ": nothing known after " + KNOWN_MAX);
  }

  private <C, S, E, R> Reply<S, E, R> asked(
      AggregateType<C, S, E, R> aggregateType, String key, C command, CommandContext context) {
    try {
      return commands.ask(aggregateType, key, command, context);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    commands.close();
  }
}
