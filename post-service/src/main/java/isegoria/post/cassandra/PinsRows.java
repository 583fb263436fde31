package isegoria.post.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.post.read.pins.PinsTable;
import java.util.List;

/** Table {@code pins}. */
public final class PinsRows implements PinsTable {

  private final CqlSession session;
  private final PreparedStatement select;
  private final PreparedStatement insert;

  public PinsRows(CqlSession session) {
    this.session = session;
    this.select = session.prepare("SELECT post_ids FROM pins WHERE author_id = ?");
    this.insert =
        session.prepare("INSERT INTO pins (author_id, post_ids) VALUES (?, ?) USING TIMESTAMP ?");
  }

  @Override
  public List<PostId> of(AccountId author) {
    Row row = session.execute(select.bind(author.value())).one();
    return row == null
        ? List.of()
        : PostRows.list(row, "post_ids", Long.class).stream().map(PostId::new).toList();
  }

  BoundStatement put(AccountId author, List<PostId> posts, long micros) {
    return insert.bind(author.value(), posts.stream().map(PostId::value).toList(), micros);
  }
}
