package isegoria.cassandra;

import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import java.time.Duration;

/** Every driver option this project relies on, set even where it equals the driver's default. */
final class DriverOptions {

  /** Longer than any read we serve may take, shorter than a client's patience. */
  static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(5);

  /** Schema changes wait for disk (drops take snapshots) and for agreement between the nodes. */
  static final Duration SCHEMA_REQUEST_TIMEOUT = Duration.ofSeconds(30);

  /** A restarted node is found again within this, so that a kill costs seconds and not a minute. */
  private static final Duration RECONNECT_DELAY_MAX = Duration.ofSeconds(2);

  private static final Duration RECONNECT_DELAY_FIRST = Duration.ofMillis(250);

  /** Two connections per node, one for each of the two network threads. */
  static final int CONNECTIONS_PER_NODE = 2;

  private static final int NETWORK_THREADS = 2;

  /** More than {@link Reads} and {@link Writes} have under way together: neither is refused. */
  static final int REQUESTS_PER_CONNECTION_MAX = 2_048;

  private DriverOptions() {}

  static DriverConfigLoader loader() {
    return DriverConfigLoader.programmaticBuilder()
        // A majority of the copies, both ways: a read sees every write that was acknowledged.
        .withString(DefaultDriverOption.REQUEST_CONSISTENCY, "LOCAL_QUORUM")
        .withString(DefaultDriverOption.REQUEST_SERIAL_CONSISTENCY, "LOCAL_SERIAL")
        .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, REQUEST_TIMEOUT)
        // A statement says itself that it may be repeated; Reads and Writes do so for all they
        // send.
        .withBoolean(DefaultDriverOption.REQUEST_DEFAULT_IDEMPOTENCE, false)
        .withDuration(DefaultDriverOption.CONNECTION_CONNECT_TIMEOUT, REQUEST_TIMEOUT)
        // A node under the load of a whole system starting answers its first query late.
        .withDuration(DefaultDriverOption.CONNECTION_INIT_QUERY_TIMEOUT, REQUEST_TIMEOUT)
        .withDuration(DefaultDriverOption.CONNECTION_SET_KEYSPACE_TIMEOUT, REQUEST_TIMEOUT)
        .withDuration(DefaultDriverOption.CONTROL_CONNECTION_TIMEOUT, REQUEST_TIMEOUT)
        .withInt(DefaultDriverOption.CONNECTION_POOL_LOCAL_SIZE, CONNECTIONS_PER_NODE)
        .withInt(DefaultDriverOption.CONNECTION_MAX_REQUESTS, REQUESTS_PER_CONNECTION_MAX)
        .withDuration(DefaultDriverOption.HEARTBEAT_INTERVAL, Duration.ofSeconds(10))
        .withDuration(DefaultDriverOption.HEARTBEAT_TIMEOUT, REQUEST_TIMEOUT)
        .withDuration(DefaultDriverOption.RECONNECTION_BASE_DELAY, RECONNECT_DELAY_FIRST)
        .withDuration(DefaultDriverOption.RECONNECTION_MAX_DELAY, RECONNECT_DELAY_MAX)
        // Cassandra.open waits by itself, with a bound; the driver would wait for ever.
        .withBoolean(DefaultDriverOption.RECONNECT_ON_INIT, false)
        // Read once the scripts have run: each of them would wait for a refresh of it.
        .withBoolean(DefaultDriverOption.METADATA_SCHEMA_ENABLED, false)
        .withInt(DefaultDriverOption.NETTY_IO_SIZE, NETWORK_THREADS)
        .withInt(DefaultDriverOption.NETTY_ADMIN_SIZE, 1)
        // A closing process has finished its writes itself; it does not wait for more.
        .withInt(DefaultDriverOption.NETTY_IO_SHUTDOWN_QUIET_PERIOD, 0)
        .withInt(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_QUIET_PERIOD, 0)
        // A tenth of a second is exact enough for timeouts, and wakes an idle process less often.
        .withDuration(DefaultDriverOption.NETTY_TIMER_TICK_DURATION, Duration.ofMillis(100))
        .build();
  }
}
