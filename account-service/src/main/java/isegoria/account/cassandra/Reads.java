package isegoria.account.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Many small reads at once, answered together: a page is never read row after row. */
final class Reads {

  private Reads() {}

  /** The first row of each answer, null where there is none, in the order of the statements. */
  static List<@Nullable Row> firstOfEach(CqlSession session, List<BoundStatement> statements) {
    List<@Nullable Row> rows = new ArrayList<>();
    for (CompletionStage<AsyncResultSet> answer : sent(session, statements)) {
      rows.add(answer.toCompletableFuture().join().one());
    }
    return rows;
  }

  /** All rows of each answer's first page, in the order of the statements. */
  static List<Row> allOfEach(CqlSession session, List<BoundStatement> statements) {
    List<Row> rows = new ArrayList<>();
    for (CompletionStage<AsyncResultSet> answer : sent(session, statements)) {
      answer.toCompletableFuture().join().currentPage().forEach(rows::add);
    }
    return rows;
  }

  private static List<CompletionStage<AsyncResultSet>> sent(
      CqlSession session, List<BoundStatement> statements) {
    return statements.stream().map(session::executeAsync).toList();
  }
}
