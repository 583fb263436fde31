package isegoria.post.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.api.view.PostCounts;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.Reads;
import isegoria.cassandra.Writes;
import isegoria.events.PostId;
import isegoria.post.read.counts.PostCountTable;
import isegoria.post.read.counts.PostCountWriter;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * Table {@code post_numbers}. A count has no time of its own that rises with every change, so rows
 * are written with the offset of the record: within a partition it does.
 */
public final class PostCountRows implements PostCountTable, PostCountWriter {

  private final Reads reads;
  private final Writes writes;
  private final PreparedStatement selectPost;
  private final PreparedStatement insertPost;
  private final PreparedStatement deletePost;

  public PostCountRows(Cassandra cassandra) {
    this.reads = cassandra.reads();
    this.writes = cassandra.writes();
    this.selectPost = cassandra.prepare("SELECT * FROM post_numbers WHERE post_id = ?");
    this.insertPost =
        cassandra.prepare(
            "INSERT INTO post_numbers (post_id, favourites, boosts, replies) VALUES (?, ?, ?, ?)"
                + " USING TIMESTAMP ?");
    this.deletePost =
        cassandra.prepare("DELETE FROM post_numbers USING TIMESTAMP ? WHERE post_id = ?");
  }

  @Override
  public Map<PostId, PostCounts> of(Collection<PostId> posts) {
    var found = new HashMap<PostId, PostCounts>();
    for (Row row :
        reads.rows(posts.stream().distinct().map(id -> selectPost.bind(id.value())).toList())) {
      found.put(
          new PostId(row.getLong("post_id")),
          new PostCounts(row.getLong("favourites"), row.getLong("boosts"), row.getLong("replies")));
    }
    return found;
  }

  @Override
  public CompletionStage<Void> put(PostId post, PostCounts counts, long offset) {
    return writes.write(
        insertPost.bind(
            post.value(), counts.favourites(), counts.boosts(), counts.replies(), offset));
  }

  @Override
  public CompletionStage<Void> remove(PostId post, long offset) {
    return writes.write(deletePost.bind(offset, post.value()));
  }
}
