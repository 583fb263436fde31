package isegoria.cassandra;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.DefaultBatchType;
import com.datastax.oss.driver.api.core.cql.Statement;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which rows travel in one request. A request costs a node more than a row does, so rows that the
 * same nodes hold go together; the bounds are those above which a node as it comes would warn.
 */
final class Batches {

  /** Rows of one request: {@code unlogged_batch_across_partitions_warn_threshold}. */
  static final int ROWS_MAX = 10;

  /** Bytes of one request: below {@code batch_size_warn_threshold}, 5 KiB. */
  static final int BYTES_MAX = 4_096;

  /** What a value, a row and its table take besides the values' own bytes. */
  private static final int BYTES_PER_ROW = 64;

  private Batches() {}

  /** The nodes that hold a statement's row; rows with equal ones may go together. */
  static Function<Statement<?>, Object> replicasIn(CqlSession session) {
    return statement -> {
      CqlIdentifier keyspace = session.getKeyspace().orElse(null);
      ByteBuffer key = statement.getRoutingKey();
      if (keyspace == null || key == null) {
        return Set.of();
      }
      return session
          .getMetadata()
          .getTokenMap()
          .<Object>map(tokens -> tokens.getReplicas(keyspace, key))
          .orElse(Set.of());
    };
  }

  /** About how much of a request a statement takes; empty for one that goes alone. */
  static Optional<Integer> bytes(Statement<?> statement) {
    if (!(statement instanceof BoundStatement bound)) {
      return statement instanceof BatchableStatement<?>
          ? Optional.of(BYTES_PER_ROW)
          : Optional.empty();
    }
    int bytes = BYTES_PER_ROW;
    for (ByteBuffer value : bound.getValues()) {
      bytes += value == null ? 0 : value.remaining();
    }
    return bytes > BYTES_MAX ? Optional.empty() : Optional.of(bytes);
  }

  /** One request for all of them. */
  static Statement<?> together(List<PendingRow> rows) {
    if (rows.size() == 1) {
      return rows.getFirst().statement();
    }
    var batch = BatchStatement.builder(DefaultBatchType.UNLOGGED).setIdempotence(true);
    rows.forEach(row -> batch.addStatement((BatchableStatement<?>) row.statement()));
    return batch.build();
  }
}
