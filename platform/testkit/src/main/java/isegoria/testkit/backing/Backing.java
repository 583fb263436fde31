package isegoria.testkit.backing;

import java.net.InetSocketAddress;

/**
 * A running Kafka and a running Cassandra. Tests share one pair per JVM, in a build one JVM after
 * the other, so they name their topics and keyspaces with a prefix of their own.
 */
public interface Backing extends AutoCloseable {
  /** Waits until the broker answers. */
  String kafkaBootstrapServers();

  /** Waits until the node answers. */
  InetSocketAddress cassandraContactPoint();

  /** As services are configured: {@code host:port}. */
  default String cassandraContactPoints() {
    InetSocketAddress at = cassandraContactPoint();
    return at.getHostString() + ":" + at.getPort();
  }

  /** Which kind of pair this is and why it was chosen, in one line for a test's report. */
  String reason();

  @Override
  void close();

  /** The pair of this JVM, both starting in parallel; it is stopped when the JVM ends. */
  static Backing shared() {
    Backing shared = SharedBacking.get();
    if (shared instanceof EmbeddedBacking embedded) {
      embedded.startBoth();
    }
    return shared;
  }

  /** Which kind of pair this JVM has and why; starts neither. */
  static String choice() {
    return SharedBacking.get().reason();
  }

  /** The bootstrap servers of this JVM's pair; does not start Cassandra. */
  static String sharedKafka() {
    return SharedBacking.get().kafkaBootstrapServers();
  }

  /** The contact point of this JVM's pair; does not start Kafka. */
  static InetSocketAddress sharedCassandra() {
    return SharedBacking.get().cassandraContactPoint();
  }
}
