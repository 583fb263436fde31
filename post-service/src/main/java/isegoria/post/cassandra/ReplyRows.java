package isegoria.post.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
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

  private final CqlSession session;
  private final PreparedStatement select;
  private final PreparedStatement insert;
  private final PreparedStatement delete;

  public ReplyRows(CqlSession session) {
    this.session = session;
    this.select =
        session.prepare("SELECT parent_id, reply_id FROM reply WHERE parent_id = ? LIMIT ?");
    this.insert =
        session.prepare(
            "INSERT INTO reply (parent_id, reply_id, author_id) VALUES (?, ?, ?)"
                + " USING TIMESTAMP ?");
    this.delete =
        session.prepare("DELETE FROM reply USING TIMESTAMP ? WHERE parent_id = ? AND reply_id = ?");
  }

  @Override
  public Map<PostId, List<PostId>> to(Collection<PostId> parents, int limitEach) {
    var replies = new HashMap<PostId, List<PostId>>();
    for (Row row : Reads.each(session, parents, parent -> select.bind(parent.value(), limitEach))) {
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
