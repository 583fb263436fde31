package isegoria.timeline.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Reads from the tables in parallel, with a bound for one page. */
final class Reads {

  /** Questions of one page on their way: keeps one node busy, and leaves room for other pages. */
  static final int IN_FLIGHT_MAX = 64;

  /** Keys in one question: a page of posts, and as many originals. */
  static final int KEYS_MAX = 80;

  private Reads() {}

  /** All rows of all answers, in the order of the questions. */
  static List<List<Row>> all(CqlSession session, List<BoundStatement> questions) {
    var answers = new ArrayList<List<Row>>(questions.size());
    var waiting = new ArrayDeque<CompletableFuture<List<Row>>>();
    for (BoundStatement question : questions) {
      if (waiting.size() == IN_FLIGHT_MAX) {
        answers.add(waiting.removeFirst().join());
      }
      waiting.add(one(session, question));
    }
    waiting.forEach(each -> answers.add(each.join()));
    return answers;
  }

  /** All rows of one answer, every page of it. */
  static CompletableFuture<List<Row>> one(CqlSession session, Statement<?> question) {
    return session
        .executeAsync(question.setIdempotent(true))
        .thenCompose(rows -> rest(rows, new ArrayList<>()))
        .toCompletableFuture();
  }

  private static CompletableFuture<List<Row>> rest(AsyncResultSet rows, List<Row> read) {
    rows.currentPage().forEach(read::add);
    return rows.hasMorePages()
        ? rows.fetchNextPage().thenCompose(more -> rest(more, read)).toCompletableFuture()
        : CompletableFuture.completedFuture(read);
  }

  /** The keys in lists no longer than one question takes. */
  static List<List<Long>> inPortions(Collection<Long> keys) {
    List<Long> distinct = keys.stream().distinct().toList();
    var portions = new ArrayList<List<Long>>();
    for (int from = 0; from < distinct.size(); from += KEYS_MAX) {
      portions.add(distinct.subList(from, Math.min(distinct.size(), from + KEYS_MAX)));
    }
    return portions;
  }
}
