package isegoria.post.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import isegoria.api.paging.Page;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.IndexBuckets;
import isegoria.cassandra.IndexTable;
import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.post.read.engagement.MarkKind;
import isegoria.post.read.engagement.MarkTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tables {@code favourite_by_post}, {@code boost_by_post}, {@code favourite_by_actor} and {@code
 * bookmark_by_actor}: lists of marks, newest first.
 */
public final class MarkRows implements MarkTable {

  /** A hundred million people may like one post. */
  private static final IndexBuckets OF_POST = IndexBuckets.sharded(8);

  private final Map<MarkKind, IndexTable> byPost = new EnumMap<>(MarkKind.class);
  private final Map<MarkKind, IndexTable> byActor = new EnumMap<>(MarkKind.class);

  public MarkRows(Cassandra cassandra) {
    byPost.put(MarkKind.FAVOURITE, new IndexTable(cassandra, "favourite_by_post", OF_POST));
    byPost.put(MarkKind.BOOST, new IndexTable(cassandra, "boost_by_post", OF_POST));
    byActor.put(
        MarkKind.FAVOURITE, new IndexTable(cassandra, "favourite_by_actor", IndexBuckets.ONE));
    byActor.put(
        MarkKind.BOOKMARK, new IndexTable(cassandra, "bookmark_by_actor", IndexBuckets.ONE));
  }

  @Override
  public List<Entry> ofPost(MarkKind kind, PostId post, Page page) {
    return page(byPost.get(kind), post.value(), page);
  }

  @Override
  public List<Entry> ofActor(MarkKind kind, AccountId actor, Page page) {
    return page(byActor.get(kind), actor.value(), page);
  }

  private static List<Entry> page(@Nullable IndexTable table, long owner, Page page) {
    return table == null
        ? List.of()
        : table.page(owner, page).map(entry -> new Entry(entry.id(), entry.other())).entries();
  }

  List<BoundStatement> put(MarkKind kind, PostId mark, PostId post, AccountId actor, long micros) {
    var rows = new ArrayList<BoundStatement>();
    IndexTable ofPost = byPost.get(kind);
    if (ofPost != null) {
      rows.addAll(ofPost.put(post.value(), entry(mark, actor.value()), micros));
    }
    IndexTable ofActor = byActor.get(kind);
    if (ofActor != null) {
      rows.addAll(ofActor.put(actor.value(), entry(mark, post.value()), micros));
    }
    return rows;
  }

  List<BoundStatement> remove(
      MarkKind kind, PostId mark, PostId post, AccountId actor, long micros) {
    var rows = new ArrayList<BoundStatement>();
    IndexTable ofPost = byPost.get(kind);
    if (ofPost != null) {
      rows.add(ofPost.remove(post.value(), entry(mark, actor.value()), micros));
    }
    IndexTable ofActor = byActor.get(kind);
    if (ofActor != null) {
      rows.add(ofActor.remove(actor.value(), entry(mark, post.value()), micros));
    }
    return rows;
  }

  private static IndexTable.Entry entry(PostId mark, long other) {
    return new IndexTable.Entry(mark.value(), other);
  }
}
