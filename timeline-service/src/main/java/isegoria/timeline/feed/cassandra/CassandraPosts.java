package isegoria.timeline.feed.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.api.view.PostCounts;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.Reads;
import isegoria.timeline.feed.read.post.Engagement;
import isegoria.timeline.feed.read.post.PostRow;
import isegoria.timeline.feed.read.post.PostTables;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Copies of posts, by id: the words, the counts, the viewer's marks, the pins. */
public final class CassandraPosts implements PostTables {

  /** How the kept state of a post is read. */
  public interface States {
    PostRow post(byte[] state, boolean isRestricted);
  }

  private final Reads reads;
  private final States states;
  private final PreparedStatement selectPosts;
  private final PreparedStatement selectCounts;
  private final PreparedStatement selectEngagements;
  private final PreparedStatement selectPins;

  public CassandraPosts(Cassandra cassandra, States states) {
    this.reads = cassandra.reads();
    this.states = states;
    this.selectPosts = cassandra.prepare("SELECT id, restricted, state FROM post WHERE id IN ?");
    this.selectCounts =
        cassandra.prepare("SELECT id, favourites, boosts, replies FROM post_counts WHERE id IN ?");
    this.selectEngagements =
        cassandra.prepare(
            "SELECT post, favourited, boosted, bookmarked, muted FROM engagement"
                + " WHERE actor = ? AND month = ?");
    this.selectPins = cassandra.prepare("SELECT posts FROM pins WHERE author = ?");
  }

  @Override
  public Map<Long, PostRow> posts(Collection<Long> postIds) {
    var posts = new HashMap<Long, PostRow>();
    each(
        selectPosts,
        postIds,
        (id, row) -> {
          ByteBuffer state = row.getByteBuffer("state");
          if (state != null) {
            byte[] bytes = new byte[state.remaining()];
            state.get(bytes);
            posts.put(id, states.post(bytes, row.getBoolean("restricted")));
          }
        });
    return posts;
  }

  @Override
  public Map<Long, PostCounts> counts(Collection<Long> postIds) {
    var counts = new HashMap<Long, PostCounts>();
    each(
        selectCounts,
        postIds,
        (id, row) ->
            counts.put(
                id,
                new PostCounts(
                    row.getLong("favourites"), row.getLong("boosts"), row.getLong("replies"))));
    return counts;
  }

  @Override
  public Map<Long, Engagement> engagements(long actorId, int month) {
    var engagements = new HashMap<Long, Engagement>();
    for (Row row : reads.rows(selectEngagements.bind(actorId, month))) {
      engagements.put(
          row.getLong("post"),
          new Engagement(
              row.getBoolean("favourited"),
              row.getBoolean("boosted"),
              row.getBoolean("bookmarked"),
              row.getBoolean("muted")));
    }
    return engagements;
  }

  @Override
  public List<Long> pins(long authorId) {
    for (Row row : reads.rows(selectPins.bind(authorId))) {
      List<Long> posts = row.getList("posts", Long.class);
      return posts == null ? List.of() : List.copyOf(posts);
    }
    return List.of();
  }

  private void each(PreparedStatement select, Collection<Long> ids, BiConsumer<Long, Row> found) {
    List<BoundStatement> questions =
        Reads.portions(ids).stream().map(portion -> select.bind(portion)).toList();
    for (List<Row> rows : reads.answers(questions)) {
      rows.forEach(row -> found.accept(row.getLong("id"), row));
    }
  }
}
