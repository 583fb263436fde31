package isegoria.cassandra;

import com.datastax.oss.driver.api.core.cql.Statement;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One row on its way to the database.
 *
 * @param replicas the nodes that hold it
 * @param bytes of a request that it takes
 * @param isAlone whether it may share a request with no other
 * @param end completes when it is written, or is not going to be
 */
record PendingRow(
    Statement<?> statement,
    Object replicas,
    int bytes,
    boolean isAlone,
    CompletableFuture<Void> end) {

  static PendingRow of(Statement<?> statement, Object replicas) {
    var bytes = Batches.bytes(statement);
    return new PendingRow(
        statement.setIdempotent(true),
        replicas,
        bytes.orElse(0),
        bytes.isEmpty(),
        new CompletableFuture<>());
  }

  PendingRow alone() {
    return new PendingRow(statement, replicas, bytes, /* isAlone= */ true, end);
  }

  // Completing with nothing is what a stage of Void means.
  @SuppressWarnings("NullAway")
  void complete(@Nullable Throwable failed) {
    if (failed == null) {
      end.complete(null);
    } else {
      end.completeExceptionally(failed);
    }
  }
}
