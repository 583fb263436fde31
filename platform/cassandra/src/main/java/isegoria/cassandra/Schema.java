package isegoria.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a keyspace up to date: each script once, in order, by one instance at a time. Instances
 * that start together wait for the one that holds the lease and then find nothing left to run.
 */
final class Schema {

  private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

  /** A holder that died is followed after this; a script that takes longer renews in between. */
  private static final int LEASE_SECONDS = 90;

  /** How long an instance waits for another that is applying scripts. */
  private static final Duration WAIT_MAX = Duration.ofMinutes(5);

  private static final Duration WAIT_STEP = Duration.ofMillis(200);

  private static final String LEASE = "scripts";

  private final CqlSession session;
  private final String holder = UUID.randomUUID().toString();

  Schema(CqlSession session) {
    this.session = session;
  }

  void apply(List<SchemaScript> scripts) {
    createBooks();
    if (left(scripts).isEmpty()) {
      return;
    }
    takeLease();
    try {
      for (SchemaScript script : left(scripts)) {
        renewLease();
        script.statements().forEach(this::change);
        record(script);
        LOG.info("schema script {} applied", script.name());
      }
    } finally {
      releaseLease();
    }
  }

  private void createBooks() {
    change(
        """
        CREATE TABLE IF NOT EXISTS schema_script (
          name text PRIMARY KEY, checksum text, applied_at timestamp)
        WITH comment = 'which scripts were applied: read at start, one partition each'\
        """);
    change(
        """
        CREATE TABLE IF NOT EXISTS schema_lease (
          name text PRIMARY KEY, holder text)
        WITH comment = 'who may apply scripts now: one partition'\
        """);
  }

  private List<SchemaScript> left(List<SchemaScript> scripts) {
    Map<String, String> applied = new HashMap<>();
    session
        .execute("SELECT name, checksum FROM schema_script")
        .forEach(row -> applied.put(row.getString(0), row.getString(1)));
    for (SchemaScript script : scripts) {
      String before = applied.get(script.name());
      if (before != null && !before.equals(script.checksum())) {
        throw new IllegalStateException(
            "%s%s: differs from what was applied (expected: unchanged, and a further script)"
                .formatted(SchemaScript.FOLDER, script.name()));
      }
    }
    return scripts.stream().filter(script -> !applied.containsKey(script.name())).toList();
  }

  private void change(String statement) {
    session.execute(
        SimpleStatement.newInstance(statement).setTimeout(DriverOptions.SCHEMA_REQUEST_TIMEOUT));
  }

  private void record(SchemaScript script) {
    session.execute(
        SimpleStatement.newInstance(
                "INSERT INTO schema_script (name, checksum, applied_at) VALUES (?, ?, ?)",
                script.name(),
                script.checksum(),
                Instant.now())
            .setIdempotent(true));
  }

  private void takeLease() {
    Instant until = Instant.now().plus(WAIT_MAX);
    while (!applied(
        "INSERT INTO schema_lease (name, holder) VALUES (?, ?) IF NOT EXISTS USING TTL "
            + LEASE_SECONDS)) {
      if (Instant.now().isAfter(until)) {
        throw new IllegalStateException(
            "the lease on the schema is held elsewhere (expected: free within " + WAIT_MAX + ")");
      }
      RetryDelay.of(WAIT_STEP);
    }
  }

  private boolean applied(String insert) {
    return lightweight(SimpleStatement.newInstance(insert, LEASE, holder)).wasApplied();
  }

  private void renewLease() {
    ResultSet renewed =
        lightweight(
            SimpleStatement.newInstance(
                "UPDATE schema_lease USING TTL "
                    + LEASE_SECONDS
                    + " SET holder = ? WHERE name = ? IF holder = ?",
                holder,
                LEASE,
                holder));
    if (!renewed.wasApplied()) {
      throw new IllegalStateException("the lease on the schema was lost (expected: ours)");
    }
  }

  private void releaseLease() {
    lightweight(
        SimpleStatement.newInstance(
            "DELETE FROM schema_lease WHERE name = ? IF holder = ?", LEASE, holder));
  }

  private ResultSet lightweight(SimpleStatement statement) {
    return session.execute(statement.setTimeout(DriverOptions.SCHEMA_REQUEST_TIMEOUT));
  }
}
