package isegoria.account.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import org.jspecify.annotations.Nullable;

/** Binds values to a statement where some are absent. */
final class Binding {

  private Binding() {}

  @SuppressWarnings("NullAway") // The driver takes null for an absent value, and does not say so.
  static BoundStatement of(PreparedStatement statement, @Nullable Object... values) {
    return statement.bind(values);
  }
}
