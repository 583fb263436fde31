package isegoria.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import isegoria.testkit.backing.Backing;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class CassandraIT {

  private static CassandraProperties properties = CassandraProperties.local("localhost:1");

  @BeforeAll
  static void find_the_node() {
    InetSocketAddress at = Backing.sharedCassandra();
    properties = CassandraProperties.local(at.getHostString() + ":" + at.getPort());
  }

  @Test
  void the_pair_under_test_says_why_it_was_chosen() {
    // Containers must be out of reach for lack of an engine or of images, never of Testcontainers.
    assertThat(Backing.choice())
        .matches("(given: |containers, because |embedded processes, because ).+")
        .doesNotContain("class path");
  }

  @Test
  void instances_that_start_together_apply_each_script_once() throws Exception {
    var scripts =
        List.of(
            new SchemaScript("001-log.cql", "CREATE TABLE log (id uuid PRIMARY KEY);"),
            // Runs twice without complaint, so that the rows tell how often it ran.
            new SchemaScript("002-row.cql", "INSERT INTO log (id) VALUES (uuid());"));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var opening = new ArrayList<CompletableFuture<Cassandra>>();
      for (int i = 0; i < 3; i++) {
        opening.add(
            CompletableFuture.supplyAsync(
                () -> Cassandra.open(properties, "cassandra_it_together", scripts), threads));
      }
      for (CompletableFuture<Cassandra> opened : opening) {
        try (Cassandra cassandra = opened.get()) {
          assertThat(cassandra.session().execute("SELECT id FROM log").all()).hasSize(1);
        }
      }
    }
  }

  @Test
  void a_script_that_was_applied_must_not_change() {
    String keyspace = "cassandra_it_changed";
    var script = new SchemaScript("001-a.cql", "CREATE TABLE a (id int PRIMARY KEY);");
    Cassandra.open(properties, keyspace, List.of(script)).close();
    var changed = new SchemaScript("001-a.cql", "CREATE TABLE b (id int PRIMARY KEY);");

    assertThatThrownBy(() -> Cassandra.open(properties, keyspace, List.of(changed)))
        .hasMessageContaining("cassandra/001-a.cql: differs from what was applied");
  }

  @Test
  void rows_are_written_within_the_bound_and_read_back() {
    try (Cassandra cassandra = Cassandra.open(properties, "cassandra_it_rows")) {
      var insert = cassandra.prepare("INSERT INTO counted (id, name) VALUES (?, 'row')");
      var all = new ArrayList<CompletableFuture<Void>>();
      for (int id = 0; id < 3 * Writes.IN_FLIGHT_MAX; id++) {
        all.add(cassandra.writes().write(insert.bind(id)).toCompletableFuture());
      }
      CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();

      var rows = cassandra.session().execute("SELECT id FROM counted").all();
      assertThat(rows).hasSize(3 * Writes.IN_FLIGHT_MAX);
      assertThat(cassandra.answers()).isTrue();
      assertThatThrownBy(() ->
              cassandra
                  .writes()
                  .write(SimpleStatement.newInstance("INSERT INTO nowhere (id) VALUES (1)"))
                  .toCompletableFuture()
                  .join())
          .hasMessageContaining("nowhere");
    }
  }

  @Test
  void a_node_that_was_lost_and_comes_back_is_noticed_and_writes_outlast_it() throws Exception {
    try (var relay = new TcpProxy(Backing.sharedCassandra())) {
      relay.up();
      var returned = new CountDownLatch(1);
      try (Cassandra cassandra =
          Cassandra.open(
              CassandraProperties.local("127.0.0.1:" + relay.port()), "cassandra_it_return")) {
        cassandra.onReturn(returned::countDown);
        relay.down();
        var written =
            cassandra
                .writes()
                .write(SimpleStatement.newInstance("INSERT INTO counted (id) VALUES (7)"))
                .toCompletableFuture();
        assertThat(cassandra.answers()).isFalse();
        assertThat(written).isNotDone();
        relay.up();

        written.get(30, TimeUnit.SECONDS);
        assertThat(returned.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(cassandra.answers()).isTrue();
      }
    }
  }

  @Test
  void a_wrong_contact_point_is_told() {
    assertThatThrownBy(() -> CassandraProperties.local("nowhere").addresses())
        .hasMessage("contact point: nowhere (expected: host:port)");
  }
}
