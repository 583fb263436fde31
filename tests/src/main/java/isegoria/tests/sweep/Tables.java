package isegoria.tests.sweep;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.infra.DevConfig;
import isegoria.infra.Secrets;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/** The tables of a system, as its operator may change them. */
final class Tables {
  private static final List<String> KEYSPACES =
      List.of("account", "post", "timeline", "moderation");

  /** A change of schema is written out by the node before it answers. */
  private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

  private Tables() {}

  /** Bytes as they are, so that they can be searched, and deletions that count at once. */
  static int open(DevConfig config) {
    int changed = 0;
    try (CqlSession session = session(config)) {
      for (String keyspace : KEYSPACES) {
        for (Row table :
            session.execute(
                "SELECT table_name FROM system_schema.tables WHERE keyspace_name = ?", keyspace)) {
          session.execute(
              "ALTER TABLE %s.%s WITH gc_grace_seconds = 0 AND compression = {'enabled': 'false'}"
                  .formatted(keyspace, table.getString(0)));
          changed++;
        }
      }
    }
    return changed;
  }

  private static CqlSession session(DevConfig config) {
    String password = Secrets.in(config.secretsDirectory()).password("operator");
    return CqlSession.builder()
        .addContactPoint(new InetSocketAddress("127.0.0.1", config.cassandraPort()))
        .withLocalDatacenter("datacenter1")
        .withAuthCredentials("operator", password)
        .withConfigLoader(
            DriverConfigLoader.programmaticBuilder()
                .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, ANSWER_MAX)
                .withBoolean(DefaultDriverOption.METADATA_SCHEMA_ENABLED, false)
                .build())
        .build();
  }
}
