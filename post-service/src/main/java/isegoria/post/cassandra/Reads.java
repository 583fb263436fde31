package isegoria.post.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads by several keys at once: sent together, waited for on a virtual thread. */
final class Reads {

  /** Reads in flight for one caller: a long thread must not crowd out everybody else. */
  private static final int IN_FLIGHT_MAX = 128;

  /** Keys of one statement with IN: what a coordinator gathers without strain. */
  static final int KEYS_PER_STATEMENT_MAX = 100;

  private Reads() {}

  /** One statement per key; every row of every answer, in the order of the keys. */
  static <K> List<Row> each(
      CqlSession session, Collection<K> keys, Function<K, BoundStatement> statement) {
    var rows = new ArrayList<Row>();
    for (List<K> chunk : chunks(keys, IN_FLIGHT_MAX)) {
      List<CompletableFuture<AsyncResultSet>> answers =
          chunk.stream()
              .map(key ->
                  session
                      .executeAsync(statement.apply(key).setIdempotent(true))
                      .toCompletableFuture())
              .toList();
      answers.forEach(answer -> take(joined(answer), rows));
    }
    return rows;
  }

  /** Binds values of which some may be null, which the driver takes and says it does not. */
  @SuppressWarnings("NullAway")
  static BoundStatement bound(PreparedStatement statement, @Nullable Object... values) {
    return statement.bind(values);
  }

  static <K> List<List<K>> chunks(Collection<K> keys, int size) {
    var chunks = new ArrayList<List<K>>();
    List<K> all = List.copyOf(keys);
    for (int from = 0; from < all.size(); from += size) {
      chunks.add(all.subList(from, Math.min(all.size(), from + size)));
    }
    return chunks;
  }

  private static void take(AsyncResultSet page, List<Row> rows) {
    page.currentPage().forEach(rows::add);
    if (page.hasMorePages()) {
      take(joined(page.fetchNextPage().toCompletableFuture()), rows);
    }
  }

  private static AsyncResultSet joined(CompletableFuture<AsyncResultSet> answer) {
    try {
      return answer.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }
}
