package isegoria.moderation.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Cells that this service always writes, read as such. */
final class Cells {

  private Cells() {}

  static String text(Row row, String column) {
    String value = row.getString(column);
    return value == null ? "" : value;
  }

  static Instant time(Row row, String column) {
    Instant value = row.getInstant(column);
    return value == null ? Instant.EPOCH : value;
  }

  static @Nullable Long number(Row row, String column) {
    return row.isNull(column) ? null : row.getLong(column);
  }
}
