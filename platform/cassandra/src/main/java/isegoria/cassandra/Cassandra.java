package isegoria.cassandra;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.InvalidKeyspaceException;
import com.datastax.oss.driver.api.core.auth.AuthenticationException;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session on one service's keyspace, opened once per process: it exists so that every service
 * waits for the database, updates its schema and notices its return in the same way.
 */
public final class Cassandra implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Cassandra.class);

  /** A node replays its commit log before it answers; beyond this the start fails, and says so. */
  private static final Duration OPEN_WAIT_MAX = Duration.ofMinutes(3);

  private static final Duration OPEN_WAIT_STEP = Duration.ofMillis(250);

  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(2);

  private static final Pattern KEYSPACE = Pattern.compile("[a-z][a-z0-9_]{0,47}");

  private final String keyspace;
  private final CqlSession session;
  private final NodeWatch watch;
  private final Writes writes;

  private Cassandra(String keyspace, CqlSession session, NodeWatch watch) {
    this.keyspace = keyspace;
    this.session = session;
    this.watch = watch;
    this.writes = new Writes(session);
  }

  /** Opens the keyspace with the scripts {@code cassandra/NNN-name.cql} of the class path. */
  public static Cassandra open(CassandraProperties properties, String keyspace) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return open(
        properties,
        keyspace,
        SchemaScript.onClassPath(loader == null ? Cassandra.class.getClassLoader() : loader));
  }

  /** Waits for the database, creates the keyspace if need be, and applies what is not applied. */
  public static Cassandra open(
      CassandraProperties properties, String keyspace, List<SchemaScript> scripts) {
    if (!KEYSPACE.matcher(keyspace).matches()) {
      throw new IllegalArgumentException("keyspace: " + keyspace + " (expected: " + KEYSPACE + ")");
    }
    Instant until = Instant.now().plus(OPEN_WAIT_MAX);
    while (true) {
      try {
        awaitPort(properties, until);
        return openOrCreate(properties, keyspace, scripts);
      } catch (DriverException | IllegalStateException failed) {
        if (!mayPass(failed) || Instant.now().isAfter(until)) {
          throw failed;
        }
        LOG.info(
            "Cassandra at {} does not answer, trying again: {}",
            properties.contactPoints(),
            reason(failed));
        RetryDelay.of(OPEN_WAIT_STEP);
      }
    }
  }

  private static Cassandra openOrCreate(
      CassandraProperties properties, String keyspace, List<SchemaScript> scripts) {
    try {
      return openExisting(properties, keyspace, scripts);
    } catch (InvalidKeyspaceException absent) {
      createKeyspace(properties, keyspace);
      return openExisting(properties, keyspace, scripts);
    }
  }

  private static Cassandra openExisting(
      CassandraProperties properties, String keyspace, List<SchemaScript> scripts) {
    var watch = new NodeWatch();
    CqlSession session = builder(properties, watch).withKeyspace(keyspace).build();
    try {
      new Schema(session).apply(scripts);
      // Routes requests to the nodes that hold the rows; no request waits for it.
      session.setSchemaMetadataEnabled(true);
      return new Cassandra(keyspace, session, watch);
    } catch (RuntimeException failed) {
      session.close();
      throw failed;
    }
  }

  public CqlSession session() {
    return session;
  }

  public String keyspace() {
    return keyspace;
  }

  /** The bounded way to write rows that may be written twice. */
  public Writes writes() {
    return writes;
  }

  /** The driver keeps what it has prepared: asking again for the same text costs nothing. */
  public PreparedStatement prepare(String cql) {
    return session.prepare(cql);
  }

  /**
   * Runs the action, on a thread of its own, each time a node answers again after none did. What
   * was acknowledged just before may be gone then: projectors go back 30 s and apply again.
   */
  public void onReturn(Runnable action) {
    watch.onReturn(action);
  }

  /** Whether a node answers now: for readiness. Waits at most two seconds. */
  public boolean answers() {
    try {
      session.execute(
          SimpleStatement.newInstance("SELECT release_version FROM system.local")
              .setConsistencyLevel(ConsistencyLevel.ONE)
              .setIdempotent(true)
              .setTimeout(ANSWER_TIMEOUT));
      return true;
    } catch (DriverException silent) {
      return false;
    }
  }

  @Override
  public void close() {
    session.close();
  }

  private static void createKeyspace(CassandraProperties properties, String keyspace) {
    try (CqlSession session = builder(properties, null).build()) {
      session.execute(
          SimpleStatement.newInstance(
                  "CREATE KEYSPACE IF NOT EXISTS %s WITH replication = {'class':"
                          .formatted(keyspace)
                      + " 'NetworkTopologyStrategy', '%s': %d}"
                          .formatted(properties.localDatacenter(), properties.replicationFactor()))
              .setTimeout(DriverOptions.SCHEMA_REQUEST_TIMEOUT));
    }
  }

  private static CqlSessionBuilder builder(
      CassandraProperties properties, @Nullable NodeWatch watch) {
    var builder =
        CqlSession.builder()
            .withConfigLoader(DriverOptions.loader())
            .withApplicationName("isegoria")
            .withLocalDatacenter(properties.localDatacenter())
            .addContactPoints(properties.addresses());
    if (watch != null) {
      builder.addNodeStateListener(watch);
    }
    String username = properties.username();
    String password = properties.password();
    return username == null || password == null
        ? builder
        : builder.withAuthCredentials(username, password);
  }

  /** A connection refused costs a millisecond; a driver started in vain costs a second. */
  private static void awaitPort(CassandraProperties properties, Instant until) {
    while (properties.addresses().stream().noneMatch(Cassandra::listens)) {
      if (Instant.now().isAfter(until)) {
        throw new IllegalStateException(
            "Cassandra: nothing listens at %s (expected: within %s)"
                .formatted(properties.contactPoints(), OPEN_WAIT_MAX));
      }
      RetryDelay.of(OPEN_WAIT_STEP);
    }
  }

  private static boolean listens(InetSocketAddress address) {
    try (var socket = new Socket()) {
      socket.connect(address, (int) ANSWER_TIMEOUT.toMillis());
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  /** Whether this failure says that the database is away or overloaded, and may be back. */
  public static boolean mayPass(Throwable failed) {
    return switch (failed) {
      case AllNodesFailedException all ->
          all.getAllErrors().values().stream()
              .flatMap(List::stream)
              .noneMatch(AuthenticationException.class::isInstance);
      default -> Writes.mayPass(failed);
    };
  }

  private static String reason(Throwable failed) {
    return failed.getClass().getSimpleName();
  }
}
