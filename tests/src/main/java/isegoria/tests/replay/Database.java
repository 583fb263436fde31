package isegoria.tests.replay;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.infra.DevConfig;
import isegoria.infra.Secrets;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The tables of a system, as its operator may empty them. */
final class Database implements AutoCloseable {

  /** Emptying a table takes a snapshot of it first. */
  private static final Duration ANSWER_MAX = Duration.ofSeconds(60);

  private final CqlSession session;

  private Database(CqlSession session) {
    this.session = session;
  }

  static Database of(DevConfig config) {
    String password = Secrets.in(config.secretsDirectory()).password("operator");
    return new Database(
        CqlSession.builder()
            .addContactPoint(new InetSocketAddress("127.0.0.1", config.cassandraPort()))
            .withLocalDatacenter("datacenter1")
            .withAuthCredentials("operator", password)
            .withConfigLoader(
                DriverConfigLoader.programmaticBuilder()
                    .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, ANSWER_MAX)
                    .withBoolean(DefaultDriverOption.METADATA_SCHEMA_ENABLED, false)
                    .build())
            .build());
  }

  /** Every table of the services, as {@code keyspace.table}. */
  Set<String> tables() {
    Set<String> tables = new TreeSet<>();
    for (String keyspace : Documented.KEYSPACES) {
      for (Row row :
          session.execute(
              "SELECT table_name FROM system_schema.tables WHERE keyspace_name = ?", keyspace)) {
        tables.add(keyspace + "." + row.getString(0));
      }
    }
    return tables;
  }

  /** Those of the tables that hold no row. */
  List<String> empty(Collection<String> tables) {
    return tables.stream()
        .filter(table -> session.execute("SELECT * FROM " + table + " LIMIT 1").one() == null)
        .sorted()
        .toList();
  }

  void empty(String table) {
    session.execute("TRUNCATE " + table);
  }

  @Override
  public void close() {
    session.close();
  }
}
