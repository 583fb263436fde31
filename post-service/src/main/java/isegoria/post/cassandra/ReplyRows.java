package isegoria.post.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.Reads;
import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.post.read.thread.ReplyTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Table {@code reply}. */
public final class ReplyRows implements ReplyTable {

  private final Reads reads;
  private final PreparedStatement select;
  private final PreparedStatement insert;
  private final PreparedStatement delete;

  public ReplyRows(Cassandra cassandra) {
    this.reads = cassandra.reads();
    this.select =
        cassandra.prepare("SELECT parent_id, reply_id FROM reply WHERE parent_id = ? LIMIT ?");
    this.insert =
        cassandra.prepare(
            "INSERT INTO reply (parent_id, reply_id, author_id) VALUES (?, ?, ?)"
                + " USING TIMESTAMP ?");
    this.delete =
        cassandra.prepare(
            "DELETE FROM reply USING TIMESTAMP ? WHERE parent_id = ? AND reply_id = ?");
  }

  @Override
  public Map<PostId, List<PostId>> to(Collection<PostId> parents, int limitEach) {
    var replies = new HashMap<PostId, List<PostId>>();
    for (Row row :
        reads.rows(
            parents.stream().map(parent -> select.bind(parent.value(), limitEach)).toList())) {
      replies
          .computeIfAbsent(new PostId(row.getLong("parent_id")), parent -> new ArrayList<>())
          .add(new PostId(row.getLong("reply_id")));
    }
    return replies;
  }

  BoundStatement put(PostId parent, PostId reply, AccountId author, long micros) {
    return insert.bind(parent.value(), reply.value(), author.value(), micros);
  }

  BoundStatement remove(PostId parent, PostId reply, long micros) {
    return delete.bind(micros, parent.value(), reply.value());
  }
}
