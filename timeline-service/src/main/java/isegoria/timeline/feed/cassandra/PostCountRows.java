package isegoria.timeline.feed.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import isegoria.api.view.PostCounts;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.Writes;
import isegoria.timeline.feed.read.post.PostCountWriter;
import java.util.concurrent.CompletionStage;

/** What posts have gathered, one row each. */
public final class PostCountRows implements PostCountWriter {

  private final Writes writes;
  private final PreparedStatement insert;

  public PostCountRows(Cassandra cassandra) {
    this.writes = cassandra.writes();
    this.insert =
        cassandra.prepare(
            "INSERT INTO post_counts (id, favourites, boosts, replies) VALUES (?, ?, ?, ?)"
                + " USING TIMESTAMP ?");
  }

  @Override
  public CompletionStage<Void> put(long postId, PostCounts counts, long offset) {
    return writes.write(
        insert.bind(postId, counts.favourites(), counts.boosts(), counts.replies(), offset));
  }
}
