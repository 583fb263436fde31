package isegoria.benchmarks.ladder;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.CassandraProperties;
import isegoria.cassandra.SchemaScript;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** The ladder's own tables in a Cassandra of its own. */
final class Tables implements AutoCloseable {

  private static final SchemaScript SCRIPT =
      new SchemaScript(
          "001-ladder.cql",
          """
          CREATE TABLE IF NOT EXISTS delivery (
            reader bigint, id bigint, author bigint, PRIMARY KEY (reader, id)
          ) WITH CLUSTERING ORDER BY (id DESC);
          CREATE TABLE IF NOT EXISTS author_post (
            author bigint, id bigint, PRIMARY KEY (author, id)
          ) WITH CLUSTERING ORDER BY (id DESC);
          CREATE TABLE IF NOT EXISTS ring (reader bigint PRIMARY KEY, ids blob);
          """);

  private final Cassandra cassandra;

  Tables(String contactPoint, String keyspace) {
    this.cassandra =
        Cassandra.open(CassandraProperties.local(contactPoint), keyspace, List.of(SCRIPT));
  }

  PreparedStatement prepare(String cql) {
    return cassandra.prepare(cql);
  }

  CompletionStage<Void> write(BoundStatement row) {
    return cassandra.writes().write(row);
  }

  /** Asks all, some at a time, and hands over the rows of the answers. */
  void ask(List<BoundStatement> questions, Consumer<Row> row) {
    cassandra.reads().rows(questions).forEach(row);
  }

  @Override
  public void close() {
    cassandra.close();
  }
}
