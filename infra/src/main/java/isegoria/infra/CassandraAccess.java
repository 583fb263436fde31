package isegoria.infra;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.auth.AuthenticationException;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One Cassandra role per service, with its own keyspace and nothing else, and an operator's role
 * instead of the one that every node is born with.
 */
final class CassandraAccess {
  /** The role of a fresh node: its password is known to everybody, so it is locked. */
  private static final String BORN = "cassandra";

  /** A fresh node makes its first role a moment after it answers. */
  private static final Duration FIRST_ROLE_MAX = Duration.ofSeconds(30);

  private CassandraAccess() {}

  /** Does it once per data directory and password: a session costs a start two seconds. */
  static void bringUp(DevConfig config, Secrets secrets) {
    Path done = config.data().resolve("cassandra").resolve("access");
    String wanted = Integer.toHexString(secrets.passwords().hashCode());
    try {
      if (Files.exists(done) && Files.readString(done).equals(wanted)) {
        return;
      }
      try (CqlSession session = operator(config, secrets)) {
        for (ServiceKind kind : ServiceKind.behindTheGateway()) {
          grant(session, kind.label(), secrets.password(kind.label()));
        }
      }
      Files.writeString(done, wanted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void grant(CqlSession session, String service, String password) {
    session.execute(
        "CREATE KEYSPACE IF NOT EXISTS %s WITH replication =".formatted(service)
            + " {'class': 'NetworkTopologyStrategy', 'datacenter1': 1}");
    session.execute(
        "CREATE ROLE IF NOT EXISTS %s WITH LOGIN = true AND PASSWORD = '%s'"
            .formatted(service, password));
    session.execute("GRANT ALL PERMISSIONS ON KEYSPACE %s TO %s".formatted(service, service));
  }

  private static CqlSession operator(DevConfig config, Secrets secrets) {
    String password = secrets.password(Secrets.OPERATOR);
    Instant deadline = Instant.now().plus(FIRST_ROLE_MAX);
    while (Instant.now().isBefore(deadline)) {
      Optional<CqlSession> born = connect(config, BORN, BORN);
      if (born.isPresent()) {
        try (CqlSession session = born.get()) {
          session.execute(
              "CREATE ROLE IF NOT EXISTS %s WITH SUPERUSER = true AND LOGIN = true"
                  .concat(" AND PASSWORD = '%s'")
                  .formatted(Secrets.OPERATOR, password));
        }
      }
      Optional<CqlSession> operator = connect(config, Secrets.OPERATOR, password);
      if (operator.isPresent()) {
        operator
            .get()
            .execute("ALTER ROLE %s WITH SUPERUSER = false AND LOGIN = false".formatted(BORN));
        return operator.get();
      }
    }
    throw new DevException(
        "cassandra: no role can log in (expected: the operator of %s; run make reset)"
            .formatted(config.secretsDirectory()));
  }

  private static Optional<CqlSession> connect(DevConfig config, String role, String password) {
    try {
      return Optional.of(
          CqlSession.builder()
              .addContactPoint(new InetSocketAddress("127.0.0.1", config.cassandraPort()))
              .withLocalDatacenter("datacenter1")
              .withAuthCredentials(role, password)
              .withConfigLoader(
                  DriverConfigLoader.programmaticBuilder()
                      .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, Duration.ofSeconds(20))
                      .withBoolean(DefaultDriverOption.METADATA_SCHEMA_ENABLED, false)
                      .withInt(DefaultDriverOption.NETTY_IO_SIZE, 1)
                      .withInt(DefaultDriverOption.NETTY_ADMIN_SIZE, 1)
                      .build())
              .build());
    } catch (AllNodesFailedException | AuthenticationException e) {
      return Optional.empty();
    }
  }
}
