package isegoria.post.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.cassandra.Writes;
import isegoria.events.PostId;
import isegoria.post.read.counts.NumbersWriter;
import isegoria.post.read.counts.PostNumbers;
import isegoria.post.read.counts.PostNumbersTable;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Table {@code post_numbers}. A count has no time of its own that rises with every change, so rows
 * are written with the offset of the record: within a partition it does.
 */
public final class NumberRows implements PostNumbersTable, NumbersWriter {

  private final CqlSession session;
  private final Writes writes;
  private final PreparedStatement selectPost;
  private final PreparedStatement insertPost;
  private final PreparedStatement deletePost;

  public NumberRows(CqlSession session, Writes writes) {
    this.session = session;
    this.writes = writes;
    this.selectPost = session.prepare("SELECT * FROM post_numbers WHERE post_id = ?");
    this.insertPost =
        session.prepare(
            "INSERT INTO post_numbers (post_id, favourites, boosts, replies) VALUES (?, ?, ?, ?)"
                + " USING TIMESTAMP ?");
    this.deletePost =
        session.prepare("DELETE FROM post_numbers USING TIMESTAMP ? WHERE post_id = ?");
  }

  @Override
  public Map<PostId, PostNumbers> of(Collection<PostId> posts) {
    var found = new HashMap<PostId, PostNumbers>();
    for (Row row : Reads.each(session, Set.copyOf(posts), id -> selectPost.bind(id.value()))) {
      found.put(
          new PostId(row.getLong("post_id")),
          new PostNumbers(
              row.getLong("favourites"), row.getLong("boosts"), row.getLong("replies")));
    }
    return found;
  }

  @Override
  public CompletionStage<Void> put(PostId post, PostNumbers numbers, long offset) {
    return writes.write(
        insertPost.bind(
            post.value(), numbers.favourites(), numbers.boosts(), numbers.replies(), offset));
  }

  @Override
  public CompletionStage<Void> remove(PostId post, long offset) {
    return writes.write(deletePost.bind(offset, post.value()));
  }
}
