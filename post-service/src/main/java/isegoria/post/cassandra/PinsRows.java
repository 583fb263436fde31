package isegoria.post.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.Reads;
import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.post.read.pins.PinsTable;
import java.util.List;

/** Table {@code pins}. */
public final class PinsRows implements PinsTable {

  private final Reads reads;
  private final PreparedStatement select;
  private final PreparedStatement insert;

  public PinsRows(Cassandra cassandra) {
    this.reads = cassandra.reads();
    this.select = cassandra.prepare("SELECT post_ids FROM pins WHERE author_id = ?");
    this.insert =
        cassandra.prepare("INSERT INTO pins (author_id, post_ids) VALUES (?, ?) USING TIMESTAMP ?");
  }

  @Override
  public List<PostId> of(AccountId author) {
    Row row = reads.first(select.bind(author.value()));
    return row == null
        ? List.of()
        : PostRows.list(row, "post_ids", Long.class).stream().map(PostId::new).toList();
  }

  BoundStatement put(AccountId author, List<PostId> posts, long micros) {
    return insert.bind(author.value(), posts.stream().map(PostId::value).toList(), micros);
  }
}
