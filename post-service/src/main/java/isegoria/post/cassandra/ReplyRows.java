package isegoria.post.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import isegoria.api.paging.Page;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.IndexBuckets;
import isegoria.cassandra.IndexTable;
import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.post.read.thread.ReplyTable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Table {@code reply}: the replies to a post, and who wrote them. */
public final class ReplyRows implements ReplyTable {

  private final IndexTable replies;

  public ReplyRows(Cassandra cassandra) {
    this.replies = new IndexTable(cassandra, "reply", IndexBuckets.ONE);
  }

  @Override
  public Map<PostId, List<PostId>> to(Collection<PostId> parents, int limitEach) {
    List<PostId> asked = List.copyOf(parents);
    var oldest = new Page(limitEach, Page.NEWEST, Page.OLDEST, true);
    List<List<IndexTable.Entry>> found =
        replies.firstOfEach(asked.stream().map(PostId::value).toList(), oldest);
    var byParent = new HashMap<PostId, List<PostId>>();
    for (int i = 0; i < found.size(); i++) {
      if (!found.get(i).isEmpty()) {
        byParent.put(
            asked.get(i), found.get(i).stream().map(entry -> new PostId(entry.id())).toList());
      }
    }
    return byParent;
  }

  List<BoundStatement> put(PostId parent, PostId reply, AccountId author, long micros) {
    return replies.put(parent.value(), entry(reply, author), micros);
  }

  BoundStatement remove(PostId parent, PostId reply, AccountId author, long micros) {
    return replies.remove(parent.value(), entry(reply, author), micros);
  }

  private static IndexTable.Entry entry(PostId reply, AccountId author) {
    return new IndexTable.Entry(reply.value(), author.value());
  }
}
