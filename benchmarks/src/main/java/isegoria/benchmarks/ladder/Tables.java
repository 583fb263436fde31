package isegoria.benchmarks.ladder;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.CassandraProperties;
import isegoria.cassandra.SchemaScript;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** The ladder's own tables in a Cassandra of its own. */
final class Tables implements AutoCloseable {

  /** Questions of one page on their way at once, as in timeline-service. */
  private static final int IN_FLIGHT_MAX = 64;

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

  /** Questions of all pages together: beyond some thousands the driver refuses them. */
  private static final int IN_FLIGHT_OF_ALL_MAX = 512;

  private final Cassandra cassandra;
  private final Semaphore places = new Semaphore(IN_FLIGHT_OF_ALL_MAX, /* fair= */ true);

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

  /** Asks all, some at a time, and hands over the rows of the answers, in no order. */
  void ask(List<BoundStatement> questions, Consumer<Row> row) {
    var waiting = new ArrayDeque<CompletableFuture<Iterable<Row>>>();
    for (BoundStatement question : questions) {
      if (waiting.size() == IN_FLIGHT_MAX) {
        waiting.removeFirst().join().forEach(row);
      }
      places.acquireUninterruptibly();
      waiting.add(
          cassandra
              .session()
              .executeAsync(question)
              .whenComplete((_, _) -> places.release())
              .thenApply(rows -> rows.currentPage())
              .toCompletableFuture());
    }
    waiting.forEach(each -> each.join().forEach(row));
  }

  @Override
  public void close() {
    cassandra.close();
  }
}
