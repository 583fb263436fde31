package isegoria.moderation.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.cassandra.Cassandra;
import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.moderation.read.post.AuthorTable;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Table {@code post_author}. */
public final class CassandraAuthors implements AuthorTable {

  private final Cassandra cassandra;
  private final PreparedStatement insert;
  private final PreparedStatement delete;
  private final PreparedStatement select;

  public CassandraAuthors(Cassandra cassandra) {
    this.cassandra = cassandra;
    this.insert =
        cassandra.prepare(
            "INSERT INTO post_author (post_id, author_id) VALUES (?, ?) USING TIMESTAMP ?");
    this.delete = cassandra.prepare("DELETE FROM post_author USING TIMESTAMP ? WHERE post_id = ?");
    this.select = cassandra.prepare("SELECT author_id FROM post_author WHERE post_id = ?");
  }

  @Override
  public CompletionStage<?> put(PostId post, AccountId author, long recordedMicros) {
    return cassandra.writes().write(insert.bind(post.value(), author.value(), recordedMicros));
  }

  @Override
  public CompletionStage<?> remove(PostId post, long recordedMicros) {
    return cassandra.writes().write(delete.bind(recordedMicros, post.value()));
  }

  @Override
  public @Nullable AccountId find(PostId post) {
    Row row = cassandra.reads().first(select.bind(post.value()));
    return row == null ? null : new AccountId(row.getLong("author_id"));
  }
}
