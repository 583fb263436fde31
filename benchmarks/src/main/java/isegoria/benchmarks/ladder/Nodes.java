package isegoria.benchmarks.ladder;

import isegoria.events.Topic;
import isegoria.events.Topics;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.kafka.KafkaConnection;
import isegoria.testkit.backing.ChildProcess;
import isegoria.testkit.backing.EmbeddedBacking;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A Kafka with the platform's topics and a Cassandra, both as a system runs them. */
final class Nodes implements AutoCloseable {
  private static final int PARTITIONS = 6;

  private final EmbeddedBacking backing;
  private final KafkaSettings kafka;
  private final Path stored;

  /** An empty directory, which the caller deletes. */
  static Path directory(String name) {
    try {
      return Files.createTempDirectory(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts both and waits for them. */
  Nodes(Path files) {
    this.stored = files.resolve("backing");
    this.backing = EmbeddedBacking.lasting(stored);
    // Compiled for long runs and not for a fast start, like the other servers.
    System.setProperty(ChildProcess.SECOND_COMPILER_SOON, "true");
    backing.startBoth();
    this.kafka =
        new KafkaSettings(
            KafkaConnection.plaintext(backing.kafkaBootstrapServers()),
            PARTITIONS,
            "timeline",
            0,
            files.resolve("state"),
            0);
    createTopics();
    backing.cassandraContactPoint();
    System.clearProperty(ChildProcess.SECOND_COMPILER_SOON);
  }

  KafkaSettings kafka() {
    return kafka;
  }

  String cassandraContactPoint() {
    return backing.cassandraContactPoints();
  }

  List<Long> pids() {
    return List.of(backing.kafka().process().pid(), backing.cassandra().process().pid());
  }

  /** What both write, of some keyspaces. */
  Disk disk(List<String> keyspaces) {
    return Disk.of(stored, backing.cassandra().process().pid(), keyspaces);
  }

  private void createTopics() {
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", kafka.connection().bootstrapServers()))) {
      var topics = new ArrayList<NewTopic>();
      for (Topic topic : Topics.all()) {
        topics.add(
            new NewTopic(topic.name(), topic.partitions(PARTITIONS), (short) 1)
                .configs(topic.config()));
      }
      admin.createTopics(topics).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("topics cannot be made", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    backing.close();
  }
}
