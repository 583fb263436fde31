package isegoria.post.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.Reads;
import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.post.read.post.AuthoredTable;
import java.util.List;

/** Table {@code post_by_author}. */
public final class AuthoredRows implements AuthoredTable {

  private final Reads reads;
  private final PreparedStatement select;
  private final PreparedStatement insert;
  private final PreparedStatement delete;

  public AuthoredRows(Cassandra cassandra) {
    this.reads = cassandra.reads();
    this.select =
        cassandra.prepare("SELECT post_id FROM post_by_author WHERE author_id = ? AND month = ?");
    this.insert =
        cassandra.prepare(
            "INSERT INTO post_by_author (author_id, month, post_id) VALUES (?, ?, ?)"
                + " USING TIMESTAMP ?");
    this.delete =
        cassandra.prepare(
            "DELETE FROM post_by_author USING TIMESTAMP ?"
                + " WHERE author_id = ? AND month = ? AND post_id = ?");
  }

  @Override
  public List<PostId> of(AccountId author) {
    return reads
        .rows(MonthBuckets.all().stream().map(month -> select.bind(author.value(), month)).toList())
        .stream()
        .map(row -> new PostId(row.getLong("post_id")))
        .toList();
  }

  BoundStatement put(AccountId author, PostId post, long micros) {
    return insert.bind(author.value(), MonthBuckets.of(post), post.value(), micros);
  }

  BoundStatement remove(AccountId author, PostId post, long micros) {
    return delete.bind(micros, author.value(), MonthBuckets.of(post), post.value());
  }
}
