package isegoria.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.CassandraProperties;
import isegoria.testkit.backing.Backing;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class IdsIT {

  @SuppressWarnings("NullAway.Init") // Set before any test runs.
  private static Cassandra cassandra;

  @BeforeAll
  static void open() {
    InetSocketAddress at = Backing.sharedCassandra();
    cassandra =
        Cassandra.open(
            CassandraProperties.local(at.getHostString() + ":" + at.getPort()), "edge_it");
  }

  @AfterAll
  static void close() {
    cassandra.close();
  }

  @Test
  void instances_hold_different_numbers_and_import_from_a_range_of_their_own() {
    List<Ids> instances = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      instances.add(Ids.leased(cassandra));
    }
    Set<Integer> live = new HashSet<>();
    Set<Integer> imports = new HashSet<>();
    for (Ids ids : instances) {
      assertThat(ids.isReady()).isTrue();
      live.add(worker(ids.next()));
      imports.add(worker(ids.at(Instant.EPOCH)));
      ids.close();
    }

    assertThat(live).hasSize(4).allMatch(worker -> worker < WorkerLease.LIVE_WORKERS);
    assertThat(imports).hasSize(4).allMatch(worker -> worker >= WorkerLease.LIVE_WORKERS);
  }

  @Test
  void a_number_that_is_not_renewed_lapses_and_is_not_given_back() {
    int worker;
    try (Ids ids = Ids.leased(cassandra)) {
      worker = worker(ids.next());
    }

    Row left =
        cassandra
            .reads()
            .first(
                SimpleStatement.newInstance(
                    "SELECT ttl(holder) FROM edge_worker_lease WHERE worker = ?", worker));
    assertThat(left).isNotNull().extracting(row -> row.getInt(0) > 30).isEqualTo(true);
  }

  private static int worker(long id) {
    return (int) (id >> Snowflake.SEQUENCE_BITS) & (Snowflake.WORKERS - 1);
  }
}
