package isegoria.testkit.planted.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Reads past every bound. */
public final class Unbounded {
  private final CqlSession session;

  public Unbounded(CqlSession session) {
    this.session = session;
  }

  public List<CompletionStage<AsyncResultSet>> each(List<String> statements) {
    return statements.stream().map(session::executeAsync).toList();
  }
}
